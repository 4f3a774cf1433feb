/** One measured figure, as `--json` writes it. */
export type Figure = {
  area: string
  name: string
  value: number
  unit: 'ms' | 'MB' | 'kB' | 'keys'
  /** The same measured on the yardstick of the same run. */
  baseline: number
  /** value / baseline. */
  ratio: number
  /** Highest ratio that holds. */
  limit: number
  ok: boolean
}

/** Makes a figure; `ok` follows from ratio and limit. */
export function figure(of: Pick<Figure, 'area' | 'name' | 'value' | 'unit' | 'baseline' | 'limit'>): Figure {
  const ratio = of.value / of.baseline
  return { ...of, ratio, ok: ratio <= of.limit }
}

/** The value below which `share` (0–1) of the values lie; the middle for 0.5. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined)
    throw new Error('no values')
  return value
}

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['area', 'figure', 'value', 'baseline', 'ratio', 'limit', ''],
    ...figures.map(({ area, name, value, unit, baseline, ratio, limit, ok }) => [area, name, `${value.toFixed(1)} ${unit}`, `${baseline.toFixed(1)} ${unit}`, `${ratio.toFixed(2)}×`, `≤ ${limit.toFixed(2)}×`, ok ? 'holds' : 'OVER']),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(row => row.map((cell, column) => column > 1 && column < 6 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}
