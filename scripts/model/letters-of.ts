/** What a text says whatever its case, spaces and marks: letters and digits, lower-case. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}
