/** The line that logs a binding as it is typed. */
export const quick = {
  title: 'Log bindings',
}
