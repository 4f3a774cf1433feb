import type { Refused } from '../../../core/actions/action'
import type { Ref, ShallowRef } from 'vue'
import { nextTick, ref, shallowRef } from 'vue'
import { useRefusals } from '../../composables/use-refusals'

type Parts = {
  isDirty: () => boolean
  /** Whether a file is being looked at. */
  hasPreview: () => boolean
  /** Puts that file away. */
  dropPreview: () => void
  form: Readonly<ShallowRef<HTMLElement | null>>
  /** The button that goes on writing. */
  keep: Readonly<ShallowRef<{ focus: () => void } | null>>
  close: () => void
}

export type EntryPanel = {
  errors: ShallowRef<Record<string, string>>
  /** Said above the form where no field is at fault. */
  fault: Ref<string>
  /** Closing was asked for while something is not saved. */
  isAsked: Ref<boolean>
  leave: () => Promise<void>
  act: (job: () => Promise<Refused | null>) => Promise<void>
}

/** How a panel behaves in which an entry of the catalogue is written: nothing typed goes without a question, and what is refused is said at its field. */
export function useEntryPanel({ isDirty, hasPreview, dropPreview, form, keep, close }: Parts): EntryPanel {
  const { refusalText } = useRefusals()
  const errors = shallowRef<Record<string, string>>({})
  const fault = ref('')
  const isAsked = ref(false)
  const isBusy = ref(false)

  /** Esc, the cross and Cancel: a file that is being looked at is put away first. */
  async function leave(): Promise<void> {
    if (hasPreview()) {
      dropPreview()
    }
    else if (isAsked.value) {
      isAsked.value = false
    }
    else if (isDirty()) {
      isAsked.value = true
      await nextTick()
      keep.value?.focus()
    }
    else {
      close()
    }
  }

  async function tell(outcome: Refused | null): Promise<void> {
    if (!outcome)
      return close()
    isAsked.value = false
    dropPreview()
    const { field = '' } = outcome
    if (field === '')
      fault.value = refusalText(outcome)
    else
      errors.value = { [field]: refusalText(outcome) }
    await nextTick()
    // A list may be one field: `domains.2` is the third of what stands in `domains`.
    const place = [field, field.replace(/\.\d+$/, '')].find(name => form.value?.querySelector(`[data-field="${name}"]`))
    form.value?.querySelector<HTMLElement>(`[data-field="${place}"] :is(input, textarea, select, [role="spinbutton"])`)?.focus()
  }

  return {
    errors,
    fault,
    isAsked,
    leave,
    async act(job) {
      if (isBusy.value)
        return
      isBusy.value = true
      const outcome = await job().finally(() => {
        isBusy.value = false
      })
      await tell(outcome)
    },
  }
}
