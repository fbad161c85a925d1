import { z } from 'zod'
import { hashPerson, hashSecret, personKeys } from '../model/opt-out.ts'
import { compareCodePoints } from '../model/order.ts'
import { compareIds } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import type { Withdrawn } from '../model/withdrawn.ts'
import { readText } from './folder.ts'
import type { Change } from './transaction.ts'

/** What was removed for good in all chats: no later reading brings it back. */
export type RemovedList = {
  /** Ids. */
  readonly posts: ReadonlySet<string>
  /** As `hashPerson` makes them. */
  readonly people: ReadonlySet<string>
  /** Of the key that `people` were made with. */
  readonly key: string | undefined
}

/** Variable with the key of the list: whoever has it can tell who is on it. */
export const keyName = 'REMOVAL_KEY'

const path = 'content/removed.json'
const version = 1
const shape = z.strictObject({
  format: z.literal(version),
  key: z.string().optional(),
  people: z.array(z.string()).default([]),
  posts: z.array(z.string()).default([]),
})

/** Empty where there is no such file. Throws a Problem where it is torn. */
export function readRemovedList(root: string): RemovedList {
  const text = readText(root, path)
  if (text === undefined) return { posts: new Set(), people: new Set(), key: undefined }
  const { posts, people, key } = parse(text)
  return { posts: new Set(posts), people: new Set(people), key }
}

function parse(text: string): z.output<typeof shape> {
  try {
    return shape.parse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    throw new Problem(
      `${path}:1: the list of what was removed cannot be read: restore it from the last commit`,
    )
  }
}

/** [] where nothing is new. An entry a line, in an order that tells nothing of when it came. */
export function removedListChanges(root: string, list: RemovedList): Change[] {
  const people = [...list.people].sort(compareCodePoints)
  const posts = [...list.posts].sort(compareIds)
  if (people.length + posts.length === 0) return []
  const data = `${JSON.stringify({ format: version, key: list.key, people, posts }, null, 2)}\n`
  return data === readText(root, path) ? [] : [{ path, data }]
}

/** Throws a Problem where the list names people and this is not its key: nobody could be kept out. */
export function toWithdrawn({ posts, people, key }: RemovedList, secret: string | undefined): Withdrawn {
  if (people.size > 0 && !secret) {
    throw new Problem(
      `${path}: ${people.size === 1 ? 'somebody' : `${people.size} entries of people who`} asked not to be kept, and without ${keyName} nobody can tell who: put it into .env, or into the secrets of the code host; see docs/removal.md`,
    )
  }
  if (people.size > 0 && secret && key !== hashSecret(secret)) {
    throw new Problem(
      `${keyName} is another key than the one that ${path} was made with: put the first one back; see docs/removal.md`,
    )
  }
  return {
    hasPost: (id) => posts.has(id),
    hasPerson: (network, person) =>
      people.size > 0 &&
      secret !== undefined &&
      personKeys(network, person).some((personKey) => people.has(hashPerson(secret, personKey))),
  }
}

export type Additions = {
  readonly posts: Iterable<string>
  /** As `personKeys` makes them. */
  readonly people: readonly string[]
}

/** The list with more on it. Whoever adds people needs the key. */
export function addRemoved(
  list: RemovedList,
  { posts, people }: Additions,
  secret: string | undefined,
): RemovedList {
  const all = new Set([...list.posts, ...posts])
  if (people.length === 0) return { ...list, posts: all }
  if (!secret) throw new Error('people are added with a key only')
  const hashes = people.map((personKey) => hashPerson(secret, personKey))
  return { posts: all, people: new Set([...list.people, ...hashes]), key: hashSecret(secret) }
}
