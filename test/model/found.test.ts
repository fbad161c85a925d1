import { expect, test } from 'vitest'
import { type Found, findFound, formatFound, nextFound } from '../../scripts/model/found.ts'

const from = (text: string): Found => {
  const found = findFound(text)
  if (!found) throw new Error(text)
  return found
}

test.each(['143 of 143', '140 of 143', '100 of more', '143 of unknown', '360 from a file'])(
  '"%s" is read as it was written',
  (text) => expect(formatFound(from(text))).toBe(text),
)

test.each(['', '143', 'all', '143 of 14e3', '-1 of 3', '3 of 4 of 5'])('"%s" says nothing', (text) =>
  expect(findFound(text)).toBeUndefined(),
)

const early = '2010-12-17T14:00:00Z'
const late = '2010-12-17T15:00:00Z'

// biome-ignore format: a table
test.each<[before: string | undefined, to: string | undefined, now: string | undefined, to: string | undefined, next: string | undefined]>([
  [undefined, undefined, '143 of 143', early, '143 of 143'],
  ['143 of 143', early, undefined, undefined, '143 of 143'],
  ['143 of 143', early, '150 of 150', late, '150 of 150'],
  ['143 of 143', early, '149 of 150', late, '149 of 150'],
  ['140 of 143', late, '143 of 143', late, '143 of 143'],
  // Another count, of the same posts, could not be had.
  ['143 of 143', late, '143 of unknown', late, '143 of 143'],
  ['143 of 143', early, '150 of unknown', late, '150 of unknown'],
  // An earlier end says nothing about the later one.
  ['150 of 150', late, '143 of 143', early, '150 of 150'],
  ['143 of 143', late, '360 from a file', undefined, '143 of 143'],
  ['140 of 143', late, '360 from a file', undefined, '360 from a file'],
  ['360 from a file', undefined, '143 of 143', late, '143 of 143'],
])('after "%s" to %s, "%s" to %s makes "%s"', (before, beforeTo, now, nowTo, next) => {
  const known = { found: before === undefined ? undefined : from(before), readTo: beforeTo }
  const fresh = { found: now === undefined ? undefined : from(now), readTo: nowTo }
  expect(nextFound(known, fresh)).toEqual(next === undefined ? undefined : from(next))
})
