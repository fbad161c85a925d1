/** NUL and lone surrogates, which neither UTF-8 nor HTML can hold, become U+FFFD: one code point for one. */
export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
}
