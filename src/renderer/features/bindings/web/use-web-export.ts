import type { Drawing, Palette } from '../../../../core/web/drawing'
import type { WebLayout } from '../../../../core/web/layout'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { loadIcons, useIcons } from '../../../composables/use-icons'
import { readEntries } from '../../../../core/plan/entries'
import { factsOfNumber } from '../../../../core/records/facts'
import { SIZES } from '../../../../core/web/geometry'
import { drawWeb } from '../../../../core/web/drawing'
import { toSvg } from '../../../../core/web/svg'
import { arcPath, progressParts } from '../../../ui/progress-parts'
import { ringCounts } from '../../../ui/ring-counts'
import { toPng } from './paint-drawing'
import { useWebWords } from './use-web-words'

/** Names of the theme's colours as the style sheet has them. */
const COLOURS: Record<keyof Palette, string> = { canvas: '--canvas', ink: '--ink', ink2: '--ink2', ink3: '--ink3', accent: '--accent', accentMid: '--accent-mid', soon: '--soon', ctl: '--ctl', line: '--line', line2: '--line2' }

const RING = { verified: 'accent', letGo: 'ctl', halfway: 'accentMid', bound: 'line2' } as const

/** Saves the picture as a file, whole and in the theme on screen. */
export function useWebExport() {
  const { t } = useI18n()
  const { catalog, facts, notice, saveBytes, today } = useUntether()
  const { phone } = useFormat()
  const { iconOf } = useIcons()
  const { accountName, caption, foldName, numberName } = useWebWords()

  function drawing(layout: WebLayout, metrics: { width: number, row: number }): Drawing {
    const style = getComputedStyle(document.documentElement)
    const palette = Object.fromEntries(Object.entries(COLOURS).map(([name, property]) => [name, style.getPropertyValue(property).trim() || '#888888'])) as Palette
    return drawWeb(layout, metrics, palette, {
      title: t('web.title'),
      numberName: ({ number: { number } }) => ({ name: numberName(number), phone: number?.label ? phone(number.e164) : '', ...ringOf(number?.id ?? '') }),
      accountName,
      icon: ({ account }) => iconOf(account?.service),
      fold: foldName,
      caption,
      legend: [t('web.legend.holds'), t('web.legend.loose'), t('web.legend.guards')],
    })
  }

  /** The ring of a number as `ProgressRing` draws it, and the figure in it. */
  function ringOf(numberId: string): { left: number, ring: { d: string, colour: keyof Palette }[] } {
    const of = factsOfNumber(facts.value, numberId)
    const counts = ringCounts(of ? readEntries(of, catalog).ring : { verified: 0, ended: 0, halfWay: 0, bound: 0 })
    const ring = progressParts(counts).map(part => ({ d: arcPath(part, SIZES.ring / 2, SIZES.ring / 2 - 2, 2), colour: RING[part.kind] }))
    return { left: counts.halfway + counts.bound, ring: ring.length > 0 ? ring : [{ d: arcPath({ from: 0, to: 1 }, SIZES.ring / 2, SIZES.ring / 2 - 2, 0), colour: 'line2' }] }
  }

  /** Lets the user choose where to; says what came of it. */
  async function save(kind: 'png' | 'svg', layout: WebLayout, metrics: { width: number, row: number }): Promise<void> {
    await loadIcons()
    const picture = drawing(layout, metrics)
    const name = `untether-web-${today.value}.${kind}`
    const bytes = kind === 'svg' ? new TextEncoder().encode(toSvg(picture, t('web.title'))) : await toPng(picture, getComputedStyle(document.body).fontFamily).catch(() => null)
    if (bytes === null) {
      notice.value = { kind: 'said', key: 'web.tooLarge', params: {}, isBad: true }
      return
    }
    const { state } = await saveBytes(name, bytes)
    if (state !== 'cancelled')
      notice.value = state === 'saved' ? { kind: 'said', key: 'web.saved', params: { name } } : { kind: 'said', key: 'web.notSaved', params: {}, isBad: true }
  }

  return { save }
}
