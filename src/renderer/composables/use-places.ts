import type { Binding, Replacement } from '../../core/records/binding'
import { useI18n } from 'vue-i18n'
import { byAccount } from '../../core/records/facts'
import { useUntether } from '../app/untether'
import { useFormat } from './use-format'
import { useWords } from './use-words'

/** Names of numbers that are not kept here. */
const MOST_NAMES = 5
const WAYS = ['authenticator', 'passkey', 'security-key', 'email'] as const

/** What a list calls a replacement: its kind, and for one that is kept here its id. Empty for none. */
export function placeKey(replacement: Replacement | null): string {
  if (replacement?.kind === 'binding')
    return `binding:${replacement.bindingId}`
  if (replacement?.kind === 'other-number' && replacement.numberId !== undefined)
    return `number:${replacement.numberId}`
  return replacement?.kind === 'other-number' && replacement.name ? `named:${replacement.name}` : replacement?.kind ?? ''
}

/** And back. */
export function placeOf(key: string): Replacement | null {
  const [kind = '', ...rest] = key.split(':')
  const id = rest.join(':')
  if (kind === '')
    return null
  if (kind === 'binding')
    return { kind, bindingId: id }
  if (kind === 'named')
    return { kind: 'other-number', name: id }
  return kind === 'number' ? { kind: 'other-number', numberId: id } : { kind: kind as Exclude<Replacement['kind'], 'binding'> }
}

/** What may take a number's place at a binding: first the user's own other numbers that are still in use. */
export function usePlaces() {
  const { t } = useI18n()
  const { facts, plans } = useUntether()
  const { phone } = useFormat()
  const { replacementName } = useWords()

  /** @param binding with its account, the account's lines on other numbers are offered too */
  function placesFor({ numberId, replacement, accountId, id: ownId }: Pick<Binding, 'numberId' | 'replacement'> & Partial<Pick<Binding, 'id' | 'accountId'>>): { key: string, label: string }[] {
    const chosen = placeKey(replacement)
    const numbers = [...facts.value.numbers.values()].flatMap(({ id, e164, label, closedAt }) => {
      const key = `number:${id}`
      const isInUse = closedAt === null && plans.value.get(id)?.hasLeft !== true
      return id !== numberId && (isInUse || key === chosen) ? [{ key, label: [label, phone(e164)].filter(Boolean).join(' · ') }] : []
    })
    const names = new Set(replacement?.kind === 'other-number' && replacement.name ? [replacement.name] : [])
    for (const { replacement: other } of facts.value.bindings.values()) {
      if (names.size === MOST_NAMES)
        break
      if (other?.kind === 'other-number' && other.name)
        names.add(other.name)
    }
    const lines = accountId === undefined
      ? []
      : (byAccount(facts.value.bindings).get(accountId) ?? []).flatMap((other) => {
          const number = other.id === ownId ? undefined : facts.value.numbers.get(other.numberId)
          return number ? [{ key: `binding:${other.id}`, label: t('numbers.bindings.onNumber', { number: phone(number.e164) }) }] : []
        })
    return [
      ...numbers,
      ...[...names].map(name => ({ key: `named:${name}`, label: name })),
      { key: 'other-number', label: numbers.length > 0 ? t('words.numberNotHere') : replacementName('other-number') },
      ...[...WAYS, 'nothing' as const].map(kind => ({ key: kind, label: replacementName(kind) })),
      ...lines,
    ]
  }

  return { placesFor }
}
