import type { Language, Theme } from '../../../core/records/settings'
import type { Offer } from '../../../core/search/search-index'
import type { IconName } from '../../ui/icons'
import type { Row } from './row'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { changeSettings } from '../../../core/actions/change-settings'
import { useEventWords } from '../../composables/use-event-words'
import { useDialogs } from '../dialogs'
import { pages } from '../pages'
import { useUntether } from '../untether'
import { useAnswers } from '../use-commands'
import { rowOf } from './row'

/** Something the palette offers whatever is recorded: an act, or a page to go to. */
type Offered = Offer & Pick<Row, 'icon' | 'keys' | 'run'> & { note?: () => string, isOffered?: () => boolean }

/** Acts and pages. Their names change with the language alone, so the index keeps them. */
export function useOffers() {
  const { t, te, locale } = useI18n()
  const router = useRouter()
  const { backup, next, run, settings, undo, redo } = useUntether()
  const { logBinding } = useDialogs()
  const { eventText } = useEventWords()
  const answer = useAnswers()

  const also = (id: string): string[] => te(`palette.also.${id}`) ? t(`palette.also.${id}`).split(/\s*,\s*/) : []
  const theme = (value: Theme) => ({ run: () => run(changeSettings, { theme: value }), isOffered: () => settings.value.theme !== value })
  const language = (value: Language) => ({ run: () => run(changeSettings, { language: value }), isOffered: () => locale.value !== value })

  function act(id: string, icon: IconName, keys: string | null, rest: Pick<Offered, 'run' | 'note' | 'isOffered'>): Offered {
    return { kind: 'act', id, name: t(`palette.acts.${id}`), also: also(id), icon, keys, ...rest }
  }

  function page(id: string, name: string, icon: IconName, to: Parameters<typeof router.push>[0], keys: string | null = null): Offered {
    return { kind: 'page', id, name, also: also(id), icon, keys, run: () => router.push(to) }
  }

  const offered = computed<readonly Offered[]>(() => [
    act('logBinding', 'plus', 'Ctrl B', { run: () => logBinding() }),
    act('addNumber', 'plus', 'Ctrl N', { run: () => answer('add-number') }),
    act('undo', 'undo-2', 'Ctrl Z', { run: undo, note: () => next.value.undo ? eventText(next.value.undo) : '', isOffered: () => next.value.undo !== null }),
    act('redo', 'redo-2', 'Ctrl Shift Z', { run: redo, note: () => next.value.redo ? eventText(next.value.redo) : '', isOffered: () => next.value.redo !== null }),
    act('light', 'sun', null, theme('light')),
    act('dark', 'moon', null, theme('dark')),
    act('system', 'monitor', null, theme('system')),
    act('english', 'languages', null, language('en')),
    act('chinese', 'languages', null, language('zh-CN')),
    act('lock', 'lock', 'Ctrl L', { run: () => answer('lock') }),
    act('backUp', 'archive', null, { run: () => backup.make({ isAsked: true }) }),
    act('print', 'printer', 'Ctrl P', { run: () => answer('print') }),
    ...pages.flatMap(({ name, titleKey, nav }) => nav ? [page(name, t(titleKey), nav.icon, { name }, { today: 'Ctrl 1', numbers: 'Ctrl 2', bindings: 'Ctrl 3', catalogue: 'Ctrl 4' }[name])] : []),
    page('board', t('palette.pages.board'), 'columns-3', { name: 'bindings', params: { view: 'board' } }),
    page('web', t('palette.pages.web'), 'waypoints', { name: 'bindings', params: { view: 'web' } }),
    page('settings', t('settings.title'), 'settings', { name: 'settings' }, 'Ctrl ,'),
    page('backup', t('palette.pages.backup'), 'archive', { name: 'settings', hash: '#backup' }),
    page('security', t('palette.pages.security'), 'shield', { name: 'settings', hash: '#security' }),
    page('shortcut', t('palette.pages.shortcut'), 'plus', { name: 'settings', hash: '#shortcut' }),
  ])
  const byId = computed(() => new Map(offered.value.map(one => [one.id, one])))

  /** The row of an act or page; null where it would do nothing now. */
  function offerRow(id: string): Row | null {
    const one = byId.value.get(id)
    if (!one || one.isOffered?.() === false)
      return null
    return rowOf({ key: `${one.kind} ${id}`, icon: one.icon, title: one.name, note: one.note?.() ?? '', keys: one.keys, isAct: one.kind === 'act', run: one.run })
  }

  return { offers: computed<readonly Offer[]>(() => kept(locale.value, offered.value)), offerRow }
}

/** The same list as last time where the names are the same: the index is made anew when it is another. */
function kept(language: string, offers: readonly Offer[]): readonly Offer[] {
  if (last?.language !== language || last.offers.length !== offers.length)
    last = { language, offers: offers.map(({ kind, id, name, also }) => ({ kind, id, name, also })) }
  return last.offers
}
let last: { language: string, offers: readonly Offer[] } | null = null
