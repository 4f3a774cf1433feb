import type { Language } from '../records/settings'
import type { ServiceRef } from '../records/account'
import type { QuickEntry, QuickWorld } from './parse-line'
import { exactService } from '../catalog/search'
import { parseLine } from './parse-line'
import { quoted } from './tokens'
import { CATEGORY_WORDS, ESCAPED_NOTE_MARK, IMPORTANCE_WORDS, NOTE_MARK, ROLE_WORDS } from './vocabulary'

/** What a line can carry of a binding and its account. */
export type QuickBinding = Pick<QuickEntry, 'service' | 'login' | 'numberId' | 'roles' | 'importance' | 'dueOn' | 'notes'>

/**
 * Writes a binding as the line that `parseLine` reads back to the same.
 * @param language of the words that have two
 */
export function formatLine(binding: QuickBinding, world: QuickWorld, language: Language): string {
  const speech = language === 'en' ? 'en' : 'zh'
  const write = (login: string): string => [
    binding.service ? serviceWords(binding.service, world, speech) : '',
    login,
    ...binding.roles.map(role => ROLE_WORDS[role][speech][0]),
    binding.numberId ? numberWord(binding.numberId, world) : '',
    binding.importance ? `!${IMPORTANCE_WORDS[binding.importance][speech][0]}` : '',
    binding.dueOn ? `${speech === 'en' ? 'by' : '截止'} ${binding.dueOn}` : '',
    noteWords(binding.notes),
  ].filter(text => text !== '' && text !== undefined).join(' ')

  const plain = write(binding.login)
  return binding.login === '' || isSame(parseLine(plain, world), binding) ? plain : write(quoted(binding.login))
}

function isSame(entry: QuickEntry, binding: QuickBinding): boolean {
  return entry.login === binding.login && entry.notes === binding.notes && entry.dueOn === binding.dueOn && entry.numberId === binding.numberId
    && entry.importance === binding.importance && entry.roles.join() === binding.roles.join() && JSON.stringify(entry.service) === JSON.stringify(binding.service)
}

/** The service by the first of its names that means no other; one of the user's own in quotes. */
function serviceWords(service: ServiceRef, { catalog }: QuickWorld, speech: 'en' | 'zh'): string {
  if (service.kind === 'own')
    return `${quoted(service.name)}${service.category === 'other' ? '' : ` (${CATEGORY_WORDS[service.category][speech][0]})`}`
  const facts = catalog.service(service.id)
  if (!facts)
    return service.id
  const names = [speech === 'zh' ? facts.name.zh : facts.name.en, facts.name.en, facts.name.zh, ...facts.aliases, ...facts.domains, service.id]
  return names.find((name): name is string => typeof name === 'string' && isReadBack(name, service, catalog)) ?? service.id
}

function isReadBack(name: string, service: ServiceRef, catalog: QuickWorld['catalog']): boolean {
  const entry = parseLine(name, { catalog, numbers: [], today: '2000-01-01' })
  return entry.service?.kind === 'catalog' && service.kind === 'catalog' && entry.service.id === service.id && !entry.isGuess && entry.notes === '' && entry.login === ''
    && entry.roles.length === 0 && entry.dueOn === null && exactService(catalog, name) !== undefined
}

/** The last digits, as few as tell it apart but no fewer than four. */
function numberWord(numberId: string, { numbers }: QuickWorld): string {
  const e164 = numbers.find(({ id }) => id === numberId)?.e164
  if (e164 === undefined)
    return ''
  for (let count = 4; count < e164.length; count++) {
    if (numbers.filter(number => number.e164.endsWith(e164.slice(-count))).length === 1)
      return `#${e164.slice(-count)}`
  }
  return `#${e164}`
}

function noteWords(notes: string): string {
  if (notes === '')
    return ''
  return notes.includes('\n') ? `${ESCAPED_NOTE_MARK} ${notes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}` : `${NOTE_MARK} ${notes}`
}
