/** A day on the lifeline. */
export type LifeMark = {
  key: string
  /** Share of the line, 0 to 1. */
  at: number
  /** `may be lost 12 Dec`. */
  label: string
  /** start = last used; act = do something by this day; loss = first day it may be lost; target = the user's own day. */
  kind: 'start' | 'today' | 'act' | 'loss' | 'target'
}
