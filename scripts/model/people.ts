import { compareCodePoints } from './order.ts'
import type { PersonSummary, SessionSummary } from './summary.ts'

/** Somebody who took part in a chat, and where. */
export type Person = {
  readonly key: string
  /** Address below people/: the first handle seen, made unique where another person had it. */
  readonly slug: string
  /** The last ones seen. */
  readonly handle: string
  readonly name: string
  /** Oldest first. */
  readonly sessions: readonly { readonly session: SessionSummary; readonly part: PersonSummary }[]
}

/**
 * Everybody with a handle, A to Z by name. Sessions are given oldest first.
 * An address depends on earlier sessions only, so a new session never moves anybody.
 */
export function peopleIn(sessions: readonly SessionSummary[]): Person[] {
  const people = new Map<string, { slug: string; parts: Person['sessions'][number][] }>()
  const taken = new Set<string>()
  for (const session of sessions) {
    for (const part of session.people) {
      if (part.handle === undefined) continue
      const known = people.get(part.key)
      if (known) known.parts.push({ session, part })
      else people.set(part.key, { slug: freeSlug(part.handle, taken), parts: [{ session, part }] })
    }
  }
  return inOrderOfName([...people.values()].flatMap(({ slug, parts }) => toPerson(slug, parts)))
}

function toPerson(slug: string, sessions: Person['sessions']): Person[] {
  const last = sessions.at(-1)?.part
  if (last?.handle === undefined) return []
  return [{ key: last.key, slug, handle: last.handle, name: last.name, sessions }]
}

/** For ordering and for the headings A to Z: what stands before the first letter or digit, accents and case do not count. */
export function sortName({ name, handle }: Pick<Person, 'name' | 'handle'>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
  return plain === '' ? handle.toLowerCase() : plain
}

function inOrderOfName(people: readonly Person[]): Person[] {
  const named = people.map((person) => ({ person, name: sortName(person) }))
  named.sort((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.person.slug, b.person.slug))
  return named.map(({ person }) => person)
}

/** Folder names must differ by more than case; Windows keeps a few for itself, and the list of people some others. */
function freeSlug(handle: string, taken: Set<string>): string {
  const plain = handle
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^\.+/, '')
    .slice(0, 60)
    .replace(/\.+$/, '')
    .replace(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i, '$&_')
  const base = plain === '' || reserved.test(plain) ? `${plain}_` : plain
  const slug = firstFree(base, taken)
  taken.add(slug.toLowerCase())
  return slug
}

const reserved = /^(?:letter-|index\.html$)/i

function firstFree(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base.toLowerCase())) return base
  for (let number = 2; ; number++) {
    const candidate = `${base}-${number}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
