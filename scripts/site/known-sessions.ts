import type { LinkSummary, PersonSummary, SessionSummary } from '../model/summary.ts'

/** What lists and other pages need of each session, by chat and date, `lgovsm/2010-12-17`. */
export type KnownSessions = Readonly<Record<string, KnownSession>>

export type KnownSession = {
  /** Of what its folder holds and its chat's settings; '' where nobody can say. */
  readonly id: string
  readonly summary: SessionSummary
  /** Pictures that its pages show, relative to the content as to the site. */
  readonly media: readonly string[]
  /** The links of the summary as JSON, where they were not looked at yet. */
  readonly linksText?: () => Uint8Array
}

/** Everybody once, and then by their place; in a large archive they are most of it. */
type Stored = {
  readonly people: readonly (readonly [key: string, name: string, handle?: string])[]
  readonly questions: readonly (readonly number[])[]
  readonly sessions: readonly StoredSession[]
}

type StoredSession = readonly [
  name: string,
  id: string,
  summary: Omit<SessionSummary, 'people' | 'links'>,
  /** Four in a row each: who, posts, to which questions, first post. */
  parts: readonly (number | string)[],
  media: readonly string[],
  /** Bytes that its links take. */
  links: number,
]

/** As pieces of bytes: a line of JSON, and behind it the links of one session after another. */
export function packSessions(known: KnownSessions): Uint8Array[] {
  const people = createTable<Stored['people'][number]>()
  const questions = createTable<readonly number[]>()
  const links: Uint8Array[] = []
  const sessions = Object.entries(known).map(([name, one]): StoredSession => {
    const { id, summary, media } = one
    const bytes = one.linksText?.() ?? Buffer.from(JSON.stringify(summary.links))
    links.push(bytes)
    const row: (number | string)[] = []
    for (const { key, name, handle, posts, questions: spoken, first } of summary.people) {
      const who = handle === undefined ? ([key, name] as const) : ([key, name, handle] as const)
      row.push(people.placeOf(who), posts, questions.placeOf(spoken), first)
    }
    return [name, id, withoutLists(summary), row, media, bytes.length]
  })
  const stored: Stored = { people: people.rows, questions: questions.rows, sessions }
  return [Buffer.from(`${JSON.stringify(stored)}\n`), ...links]
}

/** Links are read where a page asks for them. */
export function unpackSessions(bytes: Buffer): KnownSessions {
  const end = bytes.indexOf('\n')
  const { people, questions, sessions } = JSON.parse(bytes.toString('utf8', 0, end)) as Stored
  const known: Record<string, KnownSession> = {}
  let from = end + 1
  for (const [name, id, rest, row, media, length] of sessions) {
    const own = bytes.subarray(from, from + length)
    from += length
    const parts: PersonSummary[] = []
    for (let at = 0; at < row.length; at += 4) {
      const [key = '', name = '', handle] = people[Number(row[at])] ?? []
      const spoken = questions[Number(row[at + 2])] ?? []
      const first = String(row[at + 3])
      const posts = Number(row[at + 1])
      parts.push(
        handle === undefined
          ? { key, name, posts, questions: spoken, first }
          : { key, handle, name, posts, questions: spoken, first },
      )
    }
    known[name] = { id, media, summary: withLinks({ ...rest, people: parts }, own), linksText: () => own }
  }
  return known
}

/** Without looking at the links. */
function withoutLists(summary: SessionSummary): StoredSession[2] {
  const rest: Record<string, unknown> = {}
  for (const name of Object.keys(summary) as (keyof SessionSummary)[])
    if (name !== 'people' && name !== 'links') rest[name] = summary[name]
  return rest as StoredSession[2]
}

/** Rows that are all different, each with its place. */
function createTable<T extends readonly unknown[]>() {
  const rows: T[] = []
  const known = new Map<string, number>()
  return {
    rows,
    placeOf: (row: T): number => {
      const key = row.join('\0')
      const place = known.get(key)
      if (place !== undefined) return place
      known.set(key, rows.push(row) - 1)
      return rows.length - 1
    },
  }
}

function withLinks(summary: Omit<SessionSummary, 'links'>, bytes: Buffer): SessionSummary {
  let links: readonly LinkSummary[] | undefined
  return {
    ...summary,
    get links() {
      links ??= JSON.parse(bytes.toString('utf8')) as LinkSummary[]
      return links
    },
  }
}
