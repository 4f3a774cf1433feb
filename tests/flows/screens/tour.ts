import type { RunningApp } from '../app'
import type { Language } from '../../../src/core/records/settings'
import type { PhaseKey } from '../../../src/core/plan/plan'
import type { Facts } from '../../../src/core/records/tables'
import type { User } from './user'
import { sampleFacts } from '../../fixtures/demo'
import { addButton, logPanel, openLogPanel, serviceField } from './log-binding'
import { phoneField, saveButton } from './add-number'
import { settled, toast } from './shell'
import { anyOf } from './words'

/** One state of one screen: how to get there, and how to leave what stands over it. */
export type Scene = {
  name: string
  open: (who: User) => Promise<void>
}

/** Calls up an address of the app, with nothing left over from the scene before. */
export async function goTo({ page }: User, address: string): Promise<void> {
  await page.evaluate(hash => void (location.hash = hash), address)
  await page.reload()
  await page.locator('main h1').first().waitFor()
  // A profile that nothing was recorded in starts at its first page: its head is not what is waited for.
  await page.evaluate((hash) => {
    if (location.hash === hash)
      return
    document.querySelector('main h1')?.setAttribute('data-before', '')
    location.hash = hash
  }, `#${address}`)
  await page.locator('main h1:not([data-before])').first().waitFor()
}

/** The sample, and beside it a number that is kept and one that is closed. */
export function tourFacts(today: string, language: Language = 'en'): { facts: Facts, ids: Record<'voice' | 'payGo' | 'london' | 'kept' | 'closed', string> } {
  const facts = sampleFacts(today, { language })
  const [voice, payGo, london] = [...facts.numbers.values()]
  if (!voice || !payGo || !london)
    throw new Error('the sample has three numbers')
  const kept = { ...voice, id: '00000000-0000-4000-8000-000000000001', e164: '+14155550101', label: '+1', exitRoute: 'keep' as const, targetExitOn: null, isSample: false }
  const closed = { ...london, id: '00000000-0000-4000-8000-000000000002', e164: '+447700900101', label: '+44', closedAt: london.createdAt + 1, isSample: false }
  const numbers = new Map([...facts.numbers, [kept.id, kept], [closed.id, closed]])
  const settings = new Map([['settings', { id: 'settings' as const, createdAt: 0, updatedAt: 0, language: 'en' as const, theme: 'light' as const, isStarted: true }]])
  return { facts: { ...facts, numbers, settings }, ids: { voice: voice.id, payGo: payGo.id, london: london.id, kept: kept.id, closed: closed.id } }
}

/** Screens of a profile that nothing was recorded in yet. */
export const emptyScenes: readonly Scene[] = [
  { name: 'first start', open: who => goTo(who, '/welcome') },
  { name: 'today, empty', open: who => goTo(who, '/') },
  { name: 'numbers, empty', open: who => goTo(who, '/numbers') },
  { name: 'a new number', open: who => goTo(who, '/numbers/new') },
  {
    name: 'a new number, refused, all fields open',
    async open(who) {
      await goTo(who, '/numbers/new')
      await phoneField(who).fill('call me')
      await who.page.getByRole('button', { name: who.t.numbers.add.more, exact: true }).click()
      await saveButton(who).click()
      await who.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'no number to log on',
    async open(who) {
      await goTo(who, '/')
      await who.page.getByRole('button', { name: who.t.shell.logBinding, exact: true }).click()
      await logPanel(who).waitFor()
    },
  },
  {
    name: 'settings, licences open',
    async open(who) {
      await goTo(who, '/settings')
      await who.page.getByRole('button', { name: who.t.settings.inside, exact: true }).click()
      await who.page.locator('details').first().waitFor()
    },
  },
]

/** Screens of the record of `tourFacts`. */
export function fullScenes(ids: ReturnType<typeof tourFacts>['ids'], { chooseMenu }: Pick<RunningApp, 'chooseMenu'>): readonly Scene[] {
  const number = (id: string, tab = ''): string => `/numbers/${id}${tab && `/${tab}`}`
  const phases: readonly (readonly [string, PhaseKey])[] = [[ids.voice, 'prepare'], [ids.voice, 'unbind'], [ids.voice, 'pre-flight'], [ids.payGo, 'refund'], [ids.payGo, 'cancel'], [ids.london, 'follow-up']]
  /** Something that a button of the page opens over it. */
  const over = (name: string, address: string, button: (who: User) => string, item?: (who: User) => string, role = 'dialog'): Scene => ({
    name,
    async open(who) {
      await goTo(who, address)
      await who.page.getByRole('main').getByRole('button', { name: button(who), exact: true }).first().click()
      if (item)
        await who.page.getByRole('menuitem', { name: item(who), exact: true }).click()
      await who.page.getByRole(role as 'dialog').waitFor()
    },
  })
  return [
    { name: 'today', open: who => goTo(who, '/') },
    {
      name: 'today, all rows and a toast',
      async open(who) {
        await goTo(who, '/')
        await who.page.getByRole('button', { name: anyOf(who.t.today.laterMore) }).click()
        await who.page.getByRole('main').locator('button[aria-keyshortcuts=Space]').click()
        await toast(who).getByRole('button', { name: who.t.common.undo }).click()
        await toast(who).getByRole('button', { name: who.t.common.redo }).waitFor()
      },
    },
    over('today, putting off', '/', who => who.t.today.later, undefined, 'menu'),
    { name: 'numbers', open: who => goTo(who, '/numbers') },
    { name: 'number', open: who => goTo(who, number(ids.voice)) },
    { name: 'number, bindings', open: who => goTo(who, number(ids.voice, 'bindings')) },
    { name: 'number, balance', open: who => goTo(who, number(ids.london, 'balance')) },
    { name: 'number, timeline', open: who => goTo(who, number(ids.voice, 'timeline')) },
    { name: 'number, kept', open: who => goTo(who, number(ids.kept)) },
    { name: 'number, closed', open: who => goTo(who, number(ids.closed)) },
    over('number, its facts', number(ids.voice), who => who.t.numbers.facts.edit),
    over('number, its status', number(ids.voice), who => who.t.numbers.menu.label, who => who.t.numbers.menu.status),
    over('number, removing', number(ids.voice), who => who.t.numbers.menu.label, who => who.t.numbers.menu.remove),
    over('binding, its facts', number(ids.voice, 'bindings'), () => 'Chase'),
    {
      name: 'binding, a file looked at',
      async open(who) {
        await goTo(who, number(ids.voice, 'bindings'))
        await who.page.getByRole('main').getByRole('button', { name: 'Chase', exact: true }).click()
        const list = who.page.getByRole('dialog').getByRole('region', { name: who.t.files.title, exact: true })
        await list.waitFor()
        if (await list.getByRole('listitem').count() === 0)
          await list.locator('input[type=file]').setInputFiles({ name: 'login.pdf', mimeType: 'application/pdf', buffer: await who.page.screenshot() })
        await list.locator('li button[title]').click()
        await who.page.locator('.sheet img').waitFor()
      },
    },
    over('balance, an entry', number(ids.voice, 'balance'), who => who.t.numbers.balance.addEntry),
    over('balance, asking back', number(ids.voice, 'balance'), who => who.t.numbers.claims.add),
    { name: 'the web', open: who => goTo(who, '/bindings/web') },
    { name: 'what if it died', open: who => goTo(who, number(ids.voice, 'what-if')) },
    ...phases.map(([id, phase]): Scene => ({
      name: `plan, ${phase}`,
      async open(who) {
        await goTo(who, `/numbers/${id}/plan`)
        await who.page.locator('[role=tab]').nth(['prepare', 'back-up', 'unbind', 'pre-flight', 'refund', 'cancel', 'follow-up'].indexOf(phase)).click()
      },
    })),
    { name: 'plan, kept', open: who => goTo(who, `/numbers/${ids.kept}/plan`) },
    { name: 'plan, closed', open: who => goTo(who, `/numbers/${ids.closed}/plan`) },
    { name: 'call', open: who => goTo(who, `/numbers/${ids.payGo}/call`) },
    { name: 'call, in writing', open: who => goTo(who, `/numbers/${ids.payGo}/call?via=email`) },
    { name: 'call, nobody to call', open: who => goTo(who, `/numbers/${ids.kept}/call`) },
    over('plan, opening the gate', `/numbers/${ids.voice}/plan`, who => who.t.plan.gates.overrideVerb),
    over('plan, the menu of a task', `/numbers/${ids.voice}/plan?task=unbind`, who => who.t.plan.later, undefined, 'menu'),
    {
      name: 'logging a binding',
      async open(who) {
        await goTo(who, '/')
        await openLogPanel(who)
        await logPanel(who).getByRole('button', { name: who.t.logBinding.more, exact: true }).click()
        await addButton(who).click()
        await logPanel(who).getByRole('alert').waitFor()
      },
    },
    {
      name: 'logging a binding, the list open',
      async open(who) {
        await goTo(who, '/')
        await chooseMenu('log-binding')
        await serviceField(who).fill('a')
        await logPanel(who).getByRole('option').first().waitFor()
      },
    },
    { name: 'catalogue', open: who => goTo(who, '/catalogue/services') },
    { name: 'catalogue, a service', open: who => goTo(who, '/catalogue/services/chase') },
    { name: 'catalogue, a provider', open: who => goTo(who, '/catalogue/providers/google-voice') },
    { name: 'catalogue, compared', open: who => goTo(who, '/catalogue/services?compare=chase,google') },
    { name: 'settings', open: who => goTo(who, '/settings') },
    {
      name: 'after an error',
      async open(who) {
        await goTo(who, '/')
        await who.page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { message: 'made up', error: new Error('made up') })))
        await who.page.getByRole('alertdialog').waitFor()
      },
    },
  ]
}

/** Opens a scene and waits until it stands still. */
export async function show(who: User, scene: Scene): Promise<void> {
  await scene.open(who)
  await settled(who.page)
}
