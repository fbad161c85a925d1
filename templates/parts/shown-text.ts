import { isOwnLink } from '../../scripts/model/own-link.ts'
import type { Post, Run } from '../../scripts/model/post.ts'

export type ShownText = {
  /** What is left to show. */
  readonly runs: readonly Run[]
  /** Handles that were left off the front of a reply, as they stood, without `@`. */
  readonly addressed: readonly string[]
}

type Rules = {
  /** The chat's own, with `#`. */
  readonly hashtags: readonly string[]
  readonly text: 'short' | 'full'
  /** Whether the page says in words whom this post answers. */
  readonly saysReply: boolean
}

/**
 * Leaves off what the page says anyway: the chat's hashtag at the end, the names at the front of a reply, and
 * the network's own address of pictures or of a quoted post that stand below. A post that is nothing else
 * keeps it all.
 */
export function shownText(post: Post, rules: Rules): ShownText {
  if (rules.text === 'full') return { runs: post.text, addressed: [] }
  const { runs, addressed } = withoutNames(post.text, rules.saysReply)
  const shown = withoutEnd(runs, post, rules.hashtags)
  if (shown.length > 0 || post.media.length > 0 || post.quoted) return { runs: shown, addressed }
  return { runs: post.text, addressed: [] }
}

function withoutNames(runs: readonly Run[], saysReply: boolean): ShownText {
  const [first, ...rest] = runs
  if (!saysReply || typeof first !== 'string') return { runs, addressed: [] }
  const names = /^(?:[@＠][A-Za-z0-9_.-]+\s+)+/.exec(first)?.[0] ?? ''
  const left = first.slice(names.length)
  const addressed = [...names.matchAll(/[@＠]([^\s]+)/g)].map((match) => match[1] ?? '')
  return { runs: left === '' ? rest : [left, ...rest], addressed }
}

/** Works from the end: own links and hashtags go; a link that stays is stepped over, for a hashtag before it. */
function withoutEnd(runs: readonly Run[], post: Post, hashtags: readonly string[]): readonly Run[] {
  const last = runs.at(-1)
  if (last === undefined) return runs
  const before = runs.slice(0, -1)
  if (typeof last !== 'string') {
    if (isOwnLink(last, post)) return withoutEnd(before, post, hashtags)
    return beforeLink(before, withoutEnd(before, post, hashtags), last)
  }
  const shorter = last.trimEnd()
  if (shorter === '') return withoutEnd(before, post, hashtags)
  const tag = hashtags.find((candidate) => endsWithTag(shorter, candidate))
  if (tag === undefined) return [...before, shorter]
  return withoutEnd([...before, shorter.slice(0, -tag.length)], post, hashtags)
}
/** What stands before a link: as it was, or shortened and a space. */
function beforeLink(before: readonly Run[], shorter: readonly Run[], link: Run): readonly Run[] {
  const end = before.at(-1)
  const onlyTrimmed =
    shorter.length === before.length && typeof end === 'string' && shorter.at(-1) === end.trimEnd()
  if (onlyTrimmed || shorter.length === 0) return onlyTrimmed ? [...before, link] : [link]
  const last = shorter.at(-1)
  return typeof last === 'string' ? [...shorter.slice(0, -1), `${last} `, link] : [...shorter, ' ', link]
}

/** A whole word: `#lgovsm` is not the end of `x#lgovsm`. Hashtags may be typed full-width. */
function endsWithTag(value: string, tag: string): boolean {
  const end = value.slice(-tag.length).replace('＃', '#').toLowerCase()
  if (end !== tag.toLowerCase()) return false
  const before = value.slice(0, -tag.length)
  return before === '' || /\s$/.test(before)
}
