/** Public authorities whose pages may be linked. Reviewed by hand: add a host only after you know who runs it. */
export const authorities = [
  'acma.gov.au',
  'cert.gov.sa',
  'crtc.gc.ca',
  'fcc.gov',
  'gov.uk',
  'imda.gov.sg',
  'login.gov',
  'ofca.gov.hk',
  // The Reassigned Numbers Database, run for the FCC.
  'reassigned.us',
] as const

/** Is this the host of a public authority on the list? */
export function isAuthorityHost(host: string): boolean {
  return authorities.some(authority => host === authority || host.endsWith(`.${authority}`))
}
