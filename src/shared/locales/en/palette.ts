/** Find or do: Ctrl K anywhere. */
export const palette = {
  title: 'Find or do',
}
