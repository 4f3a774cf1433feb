import type { Box, WindowPlace } from './shell-state'

export const DEFAULT_SIZE = { width: 1280, height: 800 }
export const MIN_SIZE = { width: 960, height: 640 }
/** How much of the window's top edge must be on a display to be reachable, in pixels. */
const GRIP = { width: 120, height: 32 }

/**
 * Where to open the window: where it was, if that place still exists, else centred (no `x`, `y`).
 *
 * `areas` are the work areas of the displays, the main one first.
 */
export function placeWindow(saved: WindowPlace | null, areas: readonly Box[]): { x?: number, y?: number, width: number, height: number } {
  const main = areas[0]
  if (saved === null)
    return main === undefined ? DEFAULT_SIZE : fit(DEFAULT_SIZE, main)
  const home = areas.find(area => isReachable(saved, area))
  if (home === undefined)
    return main === undefined ? fit(saved, saved) : fit(saved, main)
  return { x: saved.x, y: saved.y, ...fit(saved, home) }
}

/** Not larger than the area, but never below the minimum. */
function fit({ width, height }: { width: number, height: number }, area: { width: number, height: number }): { width: number, height: number } {
  return {
    width: Math.max(MIN_SIZE.width, Math.min(width, area.width)),
    height: Math.max(MIN_SIZE.height, Math.min(height, area.height)),
  }
}

function isReachable(place: Box, area: Box): boolean {
  const overlap = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  return overlap >= GRIP.width && place.y >= area.y && place.y + GRIP.height <= area.y + area.height
}
