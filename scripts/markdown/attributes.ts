/**
 * The comment under a post's heading: `<!-- id=1479 at=2010-12-17T13:02:11Z hide -->`.
 * Values have no spaces; whatever might end the comment is percent-encoded.
 */
export type Attributes = ReadonlyMap<string, string>

export function formatAttributes(pairs: readonly (readonly [string, string | undefined])[]): string {
  const words = pairs.flatMap(([key, value]) => {
    if (value === undefined) return []
    return [value === '' ? key : `${key}=${value}`]
  })
  return `<!-- ${words.join(' ')} -->`
}

/** Undefined where the line is no such comment. */
export function parseAttributes(line: string): Attributes | undefined {
  const match = /^<!--[ \t]+(.*?)[ \t]*-->[ \t]*$/.exec(line)
  if (!match) return undefined
  const attributes = new Map<string, string>()
  for (const word of (match[1] ?? '').split(/[ \t]+/)) {
    if (word === '') continue
    const equals = word.indexOf('=')
    attributes.set(equals < 0 ? word : word.slice(0, equals), equals < 0 ? '' : word.slice(equals + 1))
  }
  return attributes
}

/** A value for the comment: letters, digits and `:._~/@-` stay as they are. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|2F|40)/g, decodeURIComponent)
}

/** Undefined where the percent signs make no sense. */
export function decodeValue(value: string): string | undefined {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
