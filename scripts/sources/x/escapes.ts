/** X escapes three characters in texts and nothing else; undone once, so that `&amp;lt;` becomes `&lt;`. */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => characters[name] ?? '')
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

/** Whether a text can have been escaped: no bare `<`, `>` or `&` in it. */
export function mayBeEscaped(text: string): boolean {
  return !/[<>]|&(?!(?:amp|lt|gt);)/.test(text)
}

/**
 * Whether the whole text of a long post is escaped. X does not say, but its short form begins alike and is
 * escaped always, so the form that agrees with it longer is right.
 */
export function isNoteEscaped(note: string, short: string): boolean {
  if (!mayBeEscaped(note)) return false
  return sharedLength(note, short) >= sharedLength(note, unescapeText(short))
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
