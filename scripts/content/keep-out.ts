import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import type { Stored } from '../model/stored.ts'
import { withdraw } from '../model/withdraw.ts'
import { either, leaveOut, postsAlone } from '../model/withdrawn.ts'
import { addRemoved, keyName, readRemovedList, removedListChanges, toWithdrawn } from './removed-list.ts'
import { mediaChanges } from './session-media.ts'
import type { Change } from './transaction.ts'

export type Incoming<S extends Stored> = {
  readonly root: string
  readonly chat: Chat
  /** The folder as it stands. */
  readonly stored: S | undefined
  readonly posts: readonly Post[]
}

export type Kept<S extends Stored> = Pick<Incoming<S>, 'stored' | 'posts'> & {
  /** What else is to be written with the session. */
  readonly changes: readonly Change[]
}

/**
 * Keeps out of a session whatever was removed or is by people who asked not to be kept, whoever brings it. What a
 * host removed by hand, with `removed` in the post's comment, goes on the list.
 */
export function keepOut<S extends Stored>({ root, chat, stored, posts }: Incoming<S>): Kept<S> {
  const list = readRemovedList(root)
  const byHand = removedIn(stored)
  const withdrawn = either(toWithdrawn(list, process.env[keyName]), postsAlone(byHand))
  const kept = leaveOut(posts, withdrawn)
  if (!stored) return { stored, posts: kept, changes: [] }
  const { session, ledger } = withdraw(stored.session, stored.ledger, withdrawn)
  return {
    stored: { ...stored, session, ledger },
    posts: kept,
    changes: [
      ...mediaChanges(root, chat, { before: stored.session, after: session }),
      ...removedListChanges(root, addRemoved(list, { posts: byHand, people: [] }, undefined)),
    ],
  }
}

function removedIn(stored: Stored | undefined): ReadonlySet<string> {
  const posts = stored?.session.segments.flatMap((segment) => segment.posts.map(({ post }) => post)) ?? []
  return new Set(posts.flatMap((post) => (post.removed ? [post.id] : [])))
}
