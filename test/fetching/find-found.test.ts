import { expect, test } from 'vitest'
import { findFound } from '../../scripts/fetching/find-found.ts'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { sayFound } from '../../scripts/fetching/say-found.ts'
import { formatFound } from '../../scripts/model/found.ts'
import type { Count, Reading } from '../../scripts/sources/source.ts'
import { chat, post } from '../builders.ts'

/** What a search brought: so many posts in so many versions. */
function reading(posts: number, found = posts, isWhole = true): Reading {
  const item = post()
  const many = Array.from({ length: posts }, (_, i) => ({ ...item, id: String(i + 1) }))
  const missing = { authors: [], posts: [] }
  return {
    posts: many,
    found,
    isWhole,
    dropped: { protectedPosts: 0 },
    missing,
    pages: 1,
    readTo: undefined,
    warnings: [],
  }
}

const unknown: Count = { posts: undefined, why: 'X answered 403: no' }

// biome-ignore format: a table
test.each<[what: string, Reading, Count, found: string, said: RegExp]>([
  ['all', reading(143), { posts: 143 }, '143 of 143', /^ {2}all 143 public posts with #lgovsm, as X counts them$/],
  ['one came in two versions, both counted', reading(142, 143), { posts: 143 }, '142 of 142', /all 142/],
  ['three are missing', reading(140), { posts: 143 }, '140 of 143', /3 of 143 .* missing: npm run fetch -- --chat lgovsm 2010-12-17 asks again/],
  ['the count is too small', reading(143), { posts: 140 }, '143 of unknown', /not known \(X counts 140, but gave 143: its count does not fit\)/],
  ['the token may not', reading(143), unknown, '143 of unknown', /not known \(X answered 403: no\)/],
  ['it stopped at a limit', reading(100, 100, false), unknown, '100 of more', /not all: the reading stopped after 100 posts/],
  ['it stopped at a limit, and X counts', reading(100, 100, false), { posts: 143 }, '100 of 143', /43 of 143/],
  ['nobody posted', reading(0), { posts: 0 }, '0 of 0', /all 0/],
])('%s', (_, read, count, found, said) => {
  const lgovsm = chat()
  const complete = findFound(read, count)
  expect(formatFound(complete.found)).toBe(found)
  expect(sayFound(lgovsm, requireTimes(lgovsm, '2010-12-17'), complete)).toMatch(said)
})
