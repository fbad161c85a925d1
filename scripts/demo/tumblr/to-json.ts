/**
 * JSON with whole numbers of any size: an id beyond 2^53 goes out digit for digit, as Tumblr sends it, and
 * a reader that takes it for a JavaScript number gets another one.
 */
export function toJson(value: unknown): string {
  const marked = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${mark}${one}` : one))
  return marked.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), '$1')
}

/** Nothing that a person types: control characters of JSON's are escaped, these are not. */
const mark = '\u{f0000}\u{f8ff}id:'
