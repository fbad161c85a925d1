import type { Page } from './dm-page.ts'

/** How far direct messages were read and paid for. They come newest first, and only by pages. */
export type SoFar = {
  /** Id up to which all were read; undefined where none were. */
  readonly newest: string | undefined
  /** Where a run ended on its way down to that; undefined where it came there. */
  readonly rest: Rest | undefined
}

export type Rest = {
  /** Id of the newest that was read on that way; undefined where none was yet. */
  readonly newest: string | undefined
  /** X's, of the page that is next. */
  readonly token: string
}

export const nothingRead: SoFar = { newest: undefined, rest: undefined }

/** How far it is with one page more, which is the newest or, where there is a rest, the next one of that. */
export function withPage({ newest, rest }: SoFar, { messages, next }: Page): SoFar {
  const first = rest?.newest ?? messages[0]?.id
  if (next === undefined || messages.some(({ id }) => isKnown(id, newest))) {
    return { newest: first ?? newest, rest: undefined }
  }
  return { newest, rest: { newest: first, token: next } }
}

/** Ids grow with time. */
function isKnown(id: string, newest: string | undefined): boolean {
  if (newest === undefined || !/^\d+$/.test(id)) return false
  return BigInt(id) <= BigInt(newest)
}

/** `30`, and below it, where there is a rest, `90 a-token`; `-` for no id. Holds nothing of any message. */
export function formatSoFar({ newest, rest }: SoFar): string {
  const below = rest ? `${rest.newest ?? '-'} ${rest.token}\n` : ''
  return `${newest ?? '-'}\n${below}`
}

/** Nothing where it is torn: what is read twice is known twice. */
export function parseSoFar(text: string): SoFar {
  const found = /^(\d+|-)\n(?:(\d+|-) (\S+)\n)?$/.exec(text)
  if (!found) return nothingRead
  const [, newest, first, token] = found
  const idOf = (word: string | undefined) => (word === '-' ? undefined : word)
  return { newest: idOf(newest), rest: token === undefined ? undefined : { newest: idOf(first), token } }
}
