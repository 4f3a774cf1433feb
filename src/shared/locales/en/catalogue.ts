/** The screen of the catalogue: services and providers, what is known of them and from where. */
export const catalogue = {
  title: 'Catalogue',
}
