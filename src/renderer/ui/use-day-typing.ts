import type { Ref } from 'vue'
import type { DayParts, Part } from './day-parts'
import { getLocalTimeZone, today } from '@internationalized/date'
import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { isDay } from '../../core/lib/day'
import { isUnfinished, NO_PARTS, partsOf, settled, stepped, textOf, typeDigit } from './day-parts'

/** Typing a day part by part. Only a whole day is written while one types; what is unfinished is written on leaving, as text that is no day. */
export function useDayTyping(day: Ref<string | null>, order: () => readonly Part[], elementOf: (part: Part) => HTMLElement | null | undefined) {
  const parts = shallowRef<DayParts>(partsOf(day.value))
  const isTyping = ref(false)
  /** The next digit takes the place of what the part held. */
  let isFresh = true
  let written = day.value

  watch(day, (now) => {
    if (now !== written)
      parts.value = partsOf(now)
    written = now
  })

  function write(text: string | null): void {
    written = text
    if (text !== day.value)
      day.value = text
  }

  function change(part: Part, text: string): void {
    parts.value = { ...parts.value, [part]: text }
    isTyping.value = true
    const whole = textOf(parts.value)
    if (whole === null || isDay(whole))
      write(whole)
  }

  function go(from: Part, by: 1 | -1): Part | undefined {
    const next = order()[order().indexOf(from) + by]
    if (next)
      elementOf(next)?.focus()
    return next
  }

  function digit(part: Part, key: string): void {
    const { text, isNext, isOver } = typeDigit(part, isFresh ? '' : parts.value[part], key)
    isFresh = isNext
    change(part, text)
    const next = isNext ? go(part, 1) : undefined
    if (isOver)
      digit(next ?? part, key)
  }

  /** The keyboard leaves one part. */
  function leavePart(part: Part): void {
    const text = settled(part, parts.value[part])
    if (text !== parts.value[part])
      change(part, text)
    isFresh = true
  }

  /** The keyboard leaves the field, or the form is sent. */
  function leave(): void {
    isTyping.value = false
    write(textOf(parts.value))
  }

  function set(text: string | null): void {
    parts.value = text === null ? NO_PARTS : partsOf(text)
    isTyping.value = false
    write(text)
  }

  async function submit(part: Part): Promise<void> {
    leavePart(part)
    leave()
    await nextTick()
    elementOf(part)?.closest('form')?.requestSubmit()
  }

  function press(event: KeyboardEvent, part: Part): void {
    const { key } = event
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      if (key === 'Enter') {
        leavePart(part)
        leave()
      }
      return
    }
    const acts: Record<string, () => unknown> = {
      ArrowLeft: () => go(part, -1),
      ArrowRight: () => go(part, 1),
      ArrowUp: () => change(part, stepped(part, parts.value[part], 1, partsOf(today(getLocalTimeZone()).toString())[part])),
      ArrowDown: () => change(part, stepped(part, parts.value[part], -1, partsOf(today(getLocalTimeZone()).toString())[part])),
      Backspace: () => parts.value[part] === '' ? go(part, -1) : change(part, ''),
      Delete: () => change(part, ''),
      Enter: () => submit(part),
    }
    const act = /^\d$/.test(key) ? () => digit(part, key) : /^[-/.年月日]$/.test(key) ? () => parts.value[part] === '' || go(part, 1) : acts[key]
    if (!act)
      return
    event.preventDefault()
    act()
  }

  return { parts, isUnfinished: computed(() => !isTyping.value && isUnfinished(parts.value)), press, leavePart, leave, set }
}
