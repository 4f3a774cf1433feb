import type { ComputedRef, InjectionKey } from 'vue'
import { computed, inject, useId } from 'vue'

/** What a field takes from the row around it: the id its label points to, and what describes it. */
export type Field = {
  id: string
  describedBy: ComputedRef<string | undefined>
  isInvalid: ComputedRef<boolean>
  /** Id of the visible label, for parts that are no single input. */
  labelId: string | undefined
  /** Shows what the field itself finds wrong; null takes it away. */
  report?: (fault: string | null) => void
  /** The field says something more pressing itself, under this id; null = no more. */
  hush?: (noteId: string | null) => void
}

export const fieldKey: InjectionKey<Field> = Symbol('field')

/** The row around, or an own id where the field stands alone. */
export function useField(): Field {
  const id = useId()
  return inject(fieldKey, () => ({ id, describedBy: computed(() => undefined), isInvalid: computed(() => false), labelId: undefined }), true)
}
