/** The page of all bindings: its head, its list and its board. */
export const bindings = {
  title: 'Bindings',
  view: 'View',
  list: 'List',
  board: 'Board',
  web: 'Web',
}
