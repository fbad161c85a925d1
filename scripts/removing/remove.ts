import { randomBytes } from 'node:crypto'
import { writeEnv } from '../content/env-file.ts'
import { keyName, readRemovedList, toWithdrawn } from '../content/removed-list.ts'
import { findForgotten, forgetItems, withoutQuestions } from '../inbox/forget.ts'
import { Problem } from '../model/problem.ts'
import { either, postsAlone, type Withdrawn } from '../model/withdrawn.ts'
import { applyRemoval, planRemoval, removalChanges } from './everywhere.ts'
import { type Found, findTarget } from './find-target.ts'
import { findMentions } from './mentions.ts'
import { sayRemoval } from './say-removal.ts'
import { parseTarget, type Target } from './target.ts'

export type RemoveOptions = {
  readonly root: string
  /** A post's id or address, or a person. */
  readonly target: string
  /** Of the list of people who are not to be kept; made where there is none yet. */
  readonly secret: string | undefined
  readonly dryRun: boolean
}

/** Removes a post, or a person everywhere, and keeps both out from now on. Returns lines for the host. */
export function remove({ root, target, secret, dryRun }: RemoveOptions): string[] {
  const wanted = parseTarget(target)
  const list = readRemovedList(root)
  const found = findTarget(root, wanted)
  if (!found) return [sayNobody(wanted, toWithdrawn(list, secret))]
  if (found.people.length > 0) toWithdrawn(list, secret)
  const items = findForgotten(root, found)
  const sent = items.flatMap(({ place }) => place?.id ?? [])
  const words = found.words && [...found.words, ...sent]
  const plans = planRemoval(root, either(found.withdrawn, postsAlone(new Set(sent))), words)
  const gone = plans.flatMap(({ removed }) => removed)
  const posts = [...found.posts, ...sent, ...gone.map(({ id }) => id)]
  const questions = withoutQuestions(root, { posts, name: found.name })
  const isPerson = found.people.length > 0
  if (plans.length + items.length + questions.length === 0 && !isPerson)
    return [sayNothing(target, found, list.posts)]
  // A person without posts is kept out all the same.
  const isNewKey = isPerson && !secret
  const key = isNewKey ? randomBytes(32).toString('base64url') : secret
  const removal = {
    plans,
    additions: { posts, people: found.people },
    secret: key,
    others: questions.flatMap((list) => list.changes),
    words: wordsOf(found, posts),
  }
  const changes = removalChanges(root, removal)
  const mentions = found.handles.flatMap((handle) => findMentions(root, handle, changes))
  if (!dryRun) {
    if (isNewKey && key) writeEnv(root, { [keyName]: key })
    applyRemoval(root, removal)
    forgetItems(root, items)
  }
  return sayRemoval({ plans, changes, questions, items: items.length, mentions, dryRun, isPerson, isNewKey })
}

/** What a stored answer about them holds. */
function wordsOf({ person, handles }: Found, posts: readonly string[]): string[] {
  const numbers = person ? [person.id] : []
  return [...posts, ...numbers, ...handles].map((word) => `"${word}"`)
}

function sayNobody(target: Target, listed: Withdrawn): string {
  const handle = target.kind === 'handle' ? target.handle : ''
  if (listed.hasPerson('x', { id: undefined, handle }))
    return `@${handle}: is kept out already: nothing to do`
  throw new Problem(
    `@${handle}: nobody in content/ has this handle: check the spelling; to keep out somebody who has not taken part, give the number of the account: npm run remove -- user:12`,
  )
}

function sayNothing(target: string, { posts, name }: Found, listed: ReadonlySet<string>): string {
  if (name !== undefined) {
    throw new Problem(
      `${name}: nothing was sent in with this name: check the spelling, or remove it by its address on your site`,
    )
  }
  if (posts.every((id) => listed.has(id))) return `${target}: it is removed already: nothing to do`
  throw new Problem(`${target}: there is no such post in content/: check the number`)
}
