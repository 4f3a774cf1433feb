/** The web of bindings, and what falls with a number. */
export const web = {
  title: 'Web of bindings',
}
