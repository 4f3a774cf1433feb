import type { StepKind } from '../../../../core/catalog/provider'
import type { Source } from '../../../../core/catalog/source'
import type { Text } from '../../../../core/catalog/text'
import type { ProviderGuide, ServiceGuide } from '../../../../core/catalog/tiers'
import type { PhaseKey } from '../../../../core/plan/plan'
import type { TaskKind } from '../../../../core/plan/codes'

/** Which head a note stands under; words under `plan.guide`. */
export type NoteHead = 'keepAlive' | 'refund' | 'portOut' | 'afterCancel' | 'export' | 'cooldown' | 'without' | 'risk'

/** A note of one task's guide that is to be read; made anew each time somebody is sent to it. */
export type SoughtNote = { taskKey: string, head: NoteHead }

type Claim = ProviderGuide['sources'][number]['supports'][number]

/** What of a guide belongs to one task. */
export type GuideParts = {
  steps: readonly Text[]
  notes: readonly { head: NoteHead, text: Text }[]
  pitfalls: readonly Text[]
  support: ProviderGuide['support']
  sources: readonly Source[]
  checkedOn: string
  isUnverified: boolean
  /** What of a provider's guide is in it. */
  claims: ReadonlySet<Claim>
}

type Wanted = {
  /** Kinds of steps; `all` = every one. */
  steps?: readonly StepKind[] | 'all'
  notes?: readonly NoteHead[]
  hasPitfalls?: boolean
  hasSupport?: boolean
}

const ENDING: readonly StepKind[] = ['check', 'prepare', 'turn-off-renewal', 'cancel-service', 'delete-number', 'close-account', 'call', 'write', 'visit', 'confirm']
const CANCEL: Wanted = { steps: ENDING, notes: ['afterCancel'], hasPitfalls: true, hasSupport: true }

/** What a provider's guide says on one kind of task; kinds that are left out take what their phase takes. */
const BY_KIND: Partial<Record<TaskKind, Wanted>> = {
  'confirm-rules': { steps: 'all', notes: ['keepAlive', 'refund', 'afterCancel'], hasPitfalls: true, hasSupport: true },
  'ask-provider-rules': { hasSupport: true },
  'keep-alive': { notes: ['keepAlive'] },
  'top-up': { notes: ['keepAlive'] },
  'note-renewal': { notes: ['keepAlive'] },
  'confirm-login': {},
  'recover-login': { hasSupport: true },
  'list-bindings': {},
  'check-retired': { steps: ['check', 'unbind'], notes: ['keepAlive', 'portOut'], hasPitfalls: true, hasSupport: true },
  'check-store-subscription': { steps: ['turn-off-renewal'] },
  'cancel-store-subscription': { steps: ['turn-off-renewal'] },
  'check-devices': {},
  'wait-cooldown': {},
  'get-pac': { steps: ['port-out'], notes: ['portOut'] },
  'reset-account-pin': { steps: ['prepare'], hasSupport: true },
  'recover-email': { hasSupport: true },
  'replace-sim': { hasSupport: true },
  'restore-texts': { hasSupport: true },
  'check-refund-card': { notes: ['refund'] },
  'arrange-refund-way': { notes: ['refund'], hasSupport: true },
  'line-still-alive': { notes: ['afterCancel'], hasSupport: true },
  'codes-missing': {},
  'access-works': {},
  'regain-access': { notes: ['afterCancel'] },
  'no-forgotten': {},
  'log-forgotten': {},
  'ask-deletion-again': { hasSupport: true },
  'dispute-charge': { hasSupport: true },
  'check-line': {},
  'note-balance': {},
  'line-is-dead': { steps: ['confirm'], notes: ['afterCancel'] },
  'aging-over': { steps: ['wait'], notes: ['afterCancel'] },
  'confirm-deletion': { hasSupport: true },
  'no-more-charges': { hasSupport: true },
  'check-line-alive': { notes: ['keepAlive'], hasSupport: true },
  'choose-date': { notes: ['keepAlive', 'portOut'] },
  'choose-new-date': { notes: ['keepAlive', 'portOut'] },
  'export-record': {},
  'turn-off-renewal': { steps: ['turn-off-renewal'], notes: ['keepAlive'] },
  'check-renewal': { steps: ['turn-off-renewal'], notes: ['keepAlive'] },
  'pay-debt': { steps: ['pay-debt'] },
  'pay-arrears': { steps: ['pay-debt'], hasSupport: true },
  'confirm-no-port': { steps: ['port-out'], notes: ['portOut'] },
  'get-port-papers': { steps: ['port-out'], notes: ['portOut'] },
  'finish-port': { steps: ['port-out'], notes: ['portOut'] },
  'start-port': { steps: ['port-out'], notes: ['portOut'], hasPitfalls: true },
  'confirm-port': { steps: ['port-out', 'confirm'], notes: ['portOut'] },
  'stop-paying': { steps: ['turn-off-renewal', 'let-expire'], notes: ['keepAlive'] },
  'let-expire': { steps: ['let-expire', 'wait', 'confirm'], notes: ['keepAlive', 'afterCancel'] },
  'privacy-check': {},
  'refund-arrived': { notes: ['refund'], hasSupport: true },
  'chase-refund': { notes: ['refund'], hasSupport: true },
  'note-reference': {},
  'close': {},
}

const BY_PHASE: Record<PhaseKey, Wanted> = {
  'prepare': {},
  'back-up': { steps: ['back-up'], notes: ['export'] },
  'unbind': {},
  'pre-flight': { steps: ['check', 'prepare'] },
  'refund': { steps: ['ask-refund', 'use-balance'], notes: ['refund'], hasSupport: true },
  'cancel': CANCEL,
  'follow-up': {},
}

/** Which field of the guide stands under a head, and which claim of its sources speaks for it. */
const NOTES = {
  keepAlive: [(guide: ProviderGuide) => guide.keepAlive.rule, 'keepAlive'],
  refund: [(guide: ProviderGuide) => guide.refund.how, 'refund'],
  portOut: [(guide: ProviderGuide) => guide.portOut.how, 'portOut'],
  afterCancel: [(guide: ProviderGuide) => guide.afterCancel.note, 'afterCancel'],
  export: [(guide: ProviderGuide) => guide.dataExport.note, 'dataExport'],
} as const satisfies Partial<Record<NoteHead, readonly [(guide: ProviderGuide) => Text | null, Claim]>>

/** The part of a provider's guide that belongs to a task. */
export function providerParts(guide: ProviderGuide, kind: TaskKind, phase: PhaseKey): GuideParts {
  const wanted = BY_KIND[kind] ?? BY_PHASE[phase]
  const { steps: kinds = [] } = wanted
  const steps = guide.cancel.steps.filter(step => kinds === 'all' || (step.kind !== null ? kinds.includes(step.kind) : kinds === ENDING)).map(step => step.text)
  const heads = (wanted.notes ?? []).filter((head): head is keyof typeof NOTES => head in NOTES)
  const notes = heads.flatMap((head) => {
    const text = NOTES[head][0](guide)
    return text ? [{ head, text }] : []
  })
  const pitfalls = wanted.hasPitfalls ? guide.pitfalls : []
  const support = wanted.hasSupport ? guide.support : []
  const claims = new Set<Claim>([
    ...steps.length > 0 ? ['cancel' as const] : [],
    ...notes.map(({ head }) => NOTES[head][1]),
    ...pitfalls.length > 0 ? ['pitfalls' as const] : [],
    ...support.length > 0 ? ['support' as const] : [],
    ...phase === 'pre-flight' ? ['preconditions' as const] : [],
  ])
  return {
    steps,
    notes,
    pitfalls,
    support,
    sources: guide.sources.filter(source => source.supports.some(claim => claims.has(claim))),
    checkedOn: guide.checkedOn,
    isUnverified: guide.isUnverified && claims.size > 0,
    claims,
  }
}

/** What a service's guide says on leaving the number. */
export function serviceParts(guide: ServiceGuide, isRescue: boolean): GuideParts {
  const notes: { head: NoteHead, text: Text }[] = []
  if (guide.withoutOldNumber)
    notes.push({ head: 'without', text: guide.withoutOldNumber })
  if (guide.cooldown)
    notes.push({ head: 'cooldown', text: guide.cooldown.note })
  if (isRescue)
    notes.sort((a, b) => Number(b.head === 'without') - Number(a.head === 'without'))
  else
    notes.sort((a, b) => Number(a.head === 'without') - Number(b.head === 'without'))
  if (guide.riskNote)
    notes.push({ head: 'risk', text: guide.riskNote })
  const claims = new Set(['unbindSteps', 'changeUrl', 'cooldown', 'needsOldNumber', 'withoutOldNumber', 'riskNote'])
  return {
    steps: guide.unbindSteps ?? [],
    notes,
    pitfalls: [],
    support: [],
    sources: guide.sources.filter(source => source.supports.some(claim => claims.has(claim))),
    checkedOn: guide.checkedOn,
    isUnverified: guide.isUnverified,
    claims: new Set(),
  }
}
