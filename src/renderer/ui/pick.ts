import type { IconName } from './icons'

/** One thing to pick from a few. */
export type PickOption<Value extends string = string> = {
  value: Value
  label: string
  icon?: IconName | undefined
  /** Language of the label where it is not the screen's. */
  lang?: string | undefined
  hint?: string | undefined
}
