import type { Run } from '../../model/post.ts'
import { findLinks } from '../found-links.ts'
import { toLinkRun } from '../link.ts'
import { joinRuns } from '../runs.ts'
import type { UrlEntity, XPost } from './answer.ts'
import { isNoteEscaped, unescapeText } from './escapes.ts'

/** All that was said: the whole of a long post, and links where X or, if it did not look, we find them. */
export function toText(post: XPost): Run[] {
  const { note } = post
  if (note === undefined) return toRuns(post.text, post.entities?.urls, unescapeText)
  const restore = isNoteEscaped(note.text, post.text) ? unescapeText : asItIs
  return toRuns(note.text, note.entities?.urls, restore)
}

function asItIs(text: string): string {
  return text
}

/** Text cut at the links that X lists; where X did not look (undefined), at those that we find. */
export function toRuns(
  text: string,
  urls: readonly UrlEntity[] | undefined,
  restore: (text: string) => string,
): Run[] {
  if (urls === undefined) return findLinks(restore(text))
  const points = [...text]
  const runs: Run[] = []
  let done = 0
  for (const { entity, start, end } of placeEntities(points, urls)) {
    runs.push(restore(points.slice(done, start).join('')))
    runs.push(toLink(entity, restore(points.slice(start, end).join(''))))
    done = end
  }
  return joinRuns([...runs, restore(points.slice(done).join(''))])
}

function toLink(entity: UrlEntity, url: string): Run {
  return toLinkRun({ url, target: entity.expanded_url ?? entity.url, display: entity.display_url ?? '' })
}

type Placed = { readonly entity: UrlEntity; readonly start: number; readonly end: number }

/** Entities where their address really stands, in order, none overlapping; those that stand nowhere are left out. */
function placeEntities(points: readonly string[], entities: readonly UrlEntity[]): Placed[] {
  const placed: Placed[] = []
  const waiting: UrlEntity[] = []
  for (const entity of entities) {
    const { start, end } = entity
    if (!isSame(points.slice(start, end).join(''), entity.url)) waiting.push(entity)
    else if (isFree(placed, start, end)) placed.push({ entity, start, end })
  }
  for (const entity of waiting) {
    const found = findFree(points, entity, placed)
    if (found !== undefined) placed.push(found)
  }
  return placed.sort((a, b) => a.start - b.start)
}

/** Four pictures share one address, so X lists it four times at one place. */
function isFree(placed: readonly Placed[], start: number, end: number): boolean {
  return placed.every((other) => end <= other.start || start >= other.end)
}

function findFree(
  points: readonly string[],
  entity: UrlEntity,
  placed: readonly Placed[],
): Placed | undefined {
  const length = [...entity.url].length
  if (length === 0) return undefined
  for (let start = 0; start + length <= points.length; start++) {
    const end = start + length
    const isThere = isSame(points.slice(start, end).join(''), entity.url)
    if (isThere && isFree(placed, start, end)) return { entity, start, end }
  }
  return undefined
}

/** Addresses from before t.co stand in the text escaped. */
function isSame(slice: string, url: string): boolean {
  if (url === '') return false
  return slice === url || unescapeText(slice).toLowerCase() === url.toLowerCase()
}
