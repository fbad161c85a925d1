/** X's own codes for "no words to guess from"; see the language list of its search operators. */
const none = new Set(['und', 'zxx', 'art', 'qam', 'qct', 'qht', 'qme', 'qst'])
/** Codes that ISO withdrew in 1989 and X still sends. */
const renamed: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi' }

/** BCP 47 language of a post; undefined where X made no guess or sent nonsense. */
export function toLanguage(code: string | undefined): string | undefined {
  if (code === undefined || none.has(code) || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return undefined
  return renamed[code] ?? code
}
