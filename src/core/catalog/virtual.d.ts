/** The catalogue as the build gathers it, tier by tier: see `src/build/catalog-plugin.ts`. */
declare module 'virtual:catalog/facts' {
  const facts: import('./tiers').CatalogFacts
  export default facts
}

declare module 'virtual:catalog/guides' {
  const guides: import('./tiers').CatalogGuides
  export default guides
}

declare module 'virtual:catalog/patterns' {
  const patterns: import('./tiers').CatalogPatterns
  export default patterns
}

declare module 'virtual:catalog/icons' {
  const icons: import('./tiers').CatalogIcons
  export default icons
}
