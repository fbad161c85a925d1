import { inOrder } from '../../model/post.ts'
import { Problem } from '../../model/problem.ts'
import type { Reading } from '../source.ts'
import type { Answer, XPost } from './answer.ts'
import { isByProtected, type Lookup, newestVersion, toLookup } from './lookup.ts'
import { missingFrom } from './missing.ts'
import { findReference, toPost } from './post.ts'
import { problemWarnings } from './problems.ts'

/** An answer and what to call it in a message: `X, page 2`, `pages/1.json`, `tweets.jsonl:17`. */
export type NamedAnswer = { readonly where: string; readonly answer: Answer }

/**
 * Many answers as one reading, pure, so that stored answers can be read again. Order matters only where two
 * answers differ about a person: the later is right. Throws a Problem where one id stands for two posts.
 */
export function toReading(pages: readonly NamedAnswer[], readTo?: string): Reading {
  const answers = pages.map((page) => page.answer)
  const lookup = toLookup(answers)
  const found = onePerPost(pages, lookup)
  const ids = new Set(answers.flatMap((answer) => answer.posts.map((post) => post.id)))
  const open = found.filter((post) => !isClosed(post, lookup))
  return {
    posts: inOrder(open.map((post) => toPost(post, lookup))),
    found: ids.size,
    isWhole: true,
    dropped: { protectedPosts: found.length - open.length },
    missing: missingFrom(open, lookup),
    pages: pages.length,
    readTo,
    warnings: problemWarnings(answers.flatMap((answer) => answer.problems)),
  }
}

/** Each post once, in its newest version. */
function onePerPost(pages: readonly NamedAnswer[], lookup: Lookup): XPost[] {
  const seen = new Map<string, XPost>()
  const posts = new Map<string, XPost>()
  for (const { where, answer } of pages) {
    for (const post of answer.posts) {
      refuseOther(where, post, seen.get(post.id))
      seen.set(post.id, post)
      const newest = newestVersion(lookup, post)
      posts.set(newest.versions[0] ?? newest.id, newest)
    }
  }
  return [...posts.values()]
}

function refuseOther(where: string, post: XPost, seen: XPost | undefined): void {
  if (seen === undefined) return
  if (seen.authorId === post.authorId && seen.text === post.text && seen.createdAt === post.createdAt) return
  const advice = 'keep the right one and take the other out'
  throw new Problem(`${where}: two different posts have the id ${post.id}: ${advice}`)
}

/** By a protected account, or a repeat of what one said. */
function isClosed(post: XPost, lookup: Lookup): boolean {
  const original = lookup.posts.get(findReference(post, 'retweeted') ?? '')
  return isByProtected(lookup, post) || (original !== undefined && isByProtected(lookup, original))
}
