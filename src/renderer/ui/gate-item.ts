/** A line of the gate list: what keeps a phase shut, or what was passed. */
export type GateItem = {
  key: string
  state: 'passed' | 'shut' | 'unknown' | 'skipped'
  text: string
  /** The verb at the right that leads to what opens it; none when passed. */
  action?: string | undefined
}
