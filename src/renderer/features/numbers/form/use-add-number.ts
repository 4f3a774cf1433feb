import type { DraftErrors, NumberDraft } from './number-draft'
import type { Ref, ShallowRef } from 'vue'
import { ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { addNumber } from '../../../../core/actions/add-number'
import { changeSettings } from '../../../../core/actions/change-settings'
import { parseAmount } from '../../../../core/lib/money'
import { useUntether } from '../../../app/untether'
import { useRefusals } from '../../../composables/use-refusals'
import { fieldsOf } from './number-draft'

type Amount = { typed: string, currency: string }

/** Records a number with what was told of it, and goes to its page. Nothing is recorded where one field cannot be. */
export function useAddNumber(): {
  errors: Readonly<ShallowRef<DraftErrors>>
  isSaving: Readonly<Ref<boolean>>
  /** Gives back the field that was refused; null when all is recorded. */
  save: (number: { e164: string, country: string | null }, draft: NumberDraft, balance: Amount) => Promise<string | null>
} {
  const router = useRouter()
  const { run, settings } = useUntether()
  const { refusalText } = useRefusals()
  const errors = shallowRef<DraftErrors>({})
  const isSaving = ref(false)

  function refuse(refusal: Parameters<typeof refusalText>[0], field: string): string {
    errors.value = { [field]: refusalText(refusal) }
    return field
  }

  async function record(number: { e164: string, country: string | null }, draft: NumberDraft, balance: Amount): Promise<string | null> {
    const fields = fieldsOf(draft)
    if ('refused' in fields)
      return refuse(fields, fields.field ?? 'label')
    const hasBalance = balance.typed.trim() !== ''
    if (hasBalance && parseAmount(balance.typed, balance.currency) === null)
      return refuse({ refused: 'amount-unknown' }, 'balance')

    const added = await run(addNumber, { ...fields, ...number, ...hasBalance && { balance } }, { isQuiet: true })
    if (!added.ok)
      return refuse(added, added.field ?? 'label')
    if (!settings.value.isStarted)
      await run(changeSettings, { isStarted: true }, { isQuiet: true })
    await router.push({ name: 'number', params: { id: added.value } })
    return null
  }

  return {
    errors,
    isSaving,
    async save(number, draft, balance) {
      if (isSaving.value)
        return null
      isSaving.value = true
      errors.value = {}
      try {
        return await record(number, draft, balance)
      }
      finally {
        isSaving.value = false
      }
    },
  }
}
