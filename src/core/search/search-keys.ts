import { customPinyin, pinyin } from 'pinyin-pro'

// Words in which a character has another reading than the dictionary guesses.
customPinyin({
  交行: 'jiāo háng',
  招行: 'zhāo háng',
  銀行: 'yín háng',
  花呗: 'huā bei',
})

/**
 * What a Chinese name can be typed as without an input method: `zhifubao` and `zfb`.
 *
 * For the catalogue this is worked out at build time; the dictionary is large, so the window loads it only for the user's own words.
 */
export function searchKeys(names: readonly string[]): string[] {
  const keys = new Set<string>()
  for (const name of names) {
    if (!/\p{Script=Han}/u.test(name))
      continue
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .map(syllable => syllable.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    const isHan = pinyin(name, { type: 'all', nonZh: 'consecutive' }).map(({ isZh }) => isZh)
    keys.add(syllables.map((syllable, at) => isHan[at] ? syllable.charAt(0) : syllable).join(''))
    keys.add(syllables.join(''))
  }
  return [...keys]
}
