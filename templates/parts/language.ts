/** What networks write for "could not tell", "only links", "only hashtags" and the like. */
const noLanguage = /^(?:und|mis|mul|zxx|art|q[a-t][a-z])(?:-|$)/i

/** Codes that were renamed long ago, which X still sends. */
const renamed: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi' }

/** The language to mark a text with; undefined where it is the page's own, or not known. */
export function findLanguage(lang: string | undefined, pageLanguage: string): string | undefined {
  if (lang === undefined || noLanguage.test(lang) || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang))
    return undefined
  const known = renamed[lang.toLowerCase()] ?? lang
  return primary(known) === primary(pageLanguage) ? undefined : known
}

function primary(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? ''
}
