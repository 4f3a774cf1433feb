import type { Language } from '../core/records/settings'
import type { BuiltInFiles } from './protocol'
import style from './crash/page.css?raw'
import page from './crash/page.html?raw'
import script from './crash/page.js?raw'

/**
 * The page that is shown when the window's own page died or cannot be found.
 *
 * It lies in the main bundle, so a damaged set of files cannot take it along.
 */
export function crashPage(language: () => Language): BuiltInFiles {
  return new Map([
    ['crash.html', () => page.replace('<html lang="en">', `<html lang="${language()}">`)],
    ['crash.css', () => style],
    ['crash.js', () => script],
  ])
}
