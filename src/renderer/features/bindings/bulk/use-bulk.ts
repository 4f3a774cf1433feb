import type { BindingsChange } from '../../../../core/actions/edit-bindings'
import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { editBindings } from '../../../../core/actions/edit-bindings'
import { useUntether } from '../../../app/untether'

/** What asks for something first. */
const ASKED = ['replacement', 'due', 'waived', 'roles', 'number'] as const
/** What needs no more to be said. */
type AtOnce = 'moved' | 'moving' | 'verified' | 'back' | 'restored'
type Asked = typeof ASKED[number]
/** What can be done to the selected bindings. */
export type BulkAct = AtOnce | Asked

/** A question that is open, and what it is about. */
export type BulkQuestion = { act: Asked, rows: readonly BindingRow[] }

/** Does things to many bindings at once: one event and one undo step, however many they are. */
export function useBulk(): {
  question: ShallowRef<BulkQuestion | null>
  /** Leaves the question open no longer. */
  close: () => void
  act: (act: BulkAct, rows: readonly BindingRow[]) => void
  change: (rows: readonly BindingRow[], change: BindingsChange, options?: { isQuiet?: boolean }) => ReturnType<ReturnType<typeof useUntether>['run']>
} {
  const { run } = useUntether()
  const question = shallowRef<BulkQuestion | null>(null)

  function change(rows: readonly BindingRow[], of: BindingsChange, options: { isQuiet?: boolean } = {}): ReturnType<ReturnType<typeof useUntether>['run']> {
    return run(editBindings, { bindingIds: rows.map(({ id }) => id), change: of }, options)
  }

  return {
    question,
    change,
    close: () => question.value = null,
    act(act, rows) {
      if (rows.length === 0)
        return
      if (isAsked(act))
        question.value = { act, rows }
      else
        void change(rows, { kind: act })
    },
  }
}

function isAsked(act: BulkAct): act is Asked {
  return (ASKED as readonly string[]).includes(act)
}
