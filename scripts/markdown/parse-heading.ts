import { linkPattern, unescapeInline } from './unescape.ts'

/** What a post's heading says: `### [@sample](<https://…>) Sample Name · 13:02:11`. */
export type Heading = {
  readonly handle: string | undefined
  readonly name: string
  readonly url: string | undefined
}

const linkedName = new RegExp(`^${linkPattern.source}(?: (.*))?$`)

/** The time is left out: the comment decides it. */
export function parseHeading(line: string): Heading {
  const words = line.replace(/^### */, '').replace(/ ?· (?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)?[ \t]*$/, '')
  const linked = linkedName.exec(words)
  if (linked) {
    const url = unescapeInline(linked[2] ?? linked[3] ?? '')
    return { handle: findHandle(linked[1] ?? ''), name: unescapeInline(linked[5] ?? ''), url }
  }
  const bare = /^(@[^ ]+)(?: (.*))?$/.exec(words)
  if (bare) return { handle: findHandle(bare[1] ?? ''), name: unescapeInline(bare[2] ?? ''), url: undefined }
  return { handle: undefined, name: unescapeInline(words), url: undefined }
}

function findHandle(words: string): string | undefined {
  return words.startsWith('@') ? unescapeInline(words.slice(1)) : undefined
}
