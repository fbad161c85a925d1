import { findContributionNetwork, isAnonymous, isContribution } from './contribution.ts'
import { sentInWords } from './contribution-words.ts'
import { lettersOf } from './letters-of.ts'
import { type Post, sourceText } from './post.ts'
import { type FiledPost, questionNumber, type Segment, type SegmentKey } from './session.ts'

/** An answer that was sent in, and the question it answers. */
export type Relayable = { readonly post: Post; readonly key: SegmentKey }

/** Written by a host for `relay`: no post passed it on, whatever it says. */
export const noRelay = 'none'

/** How a host's post begins that passes an answer on: `A2 Gwen Parry, by e-mail: `. */
export function relayLead({ post, key }: Relayable): string {
  const number = questionNumber(key)
  const label = number === undefined ? '' : `A${number} `
  const network = findContributionNetwork(post.id) ?? 'hand'
  const how = sentInWords.en[network]
  const name = post.author.name.replace(/\s+/g, ' ').trim()
  const isNamed = name !== '' && !isAnonymous(name)
  return isNamed
    ? `${label}${name}, ${how}: `
    : `${label}${network === 'hand' ? 'Sent in' : `Sent in ${how}`}: `
}

/**
 * The segments with each answer's `relay` filled in where a host passed it on in the words that were proposed.
 * What the comment says already stays, `none` too; a post passes on one answer only.
 */
export function withRelays(segments: readonly Segment[], hosts: readonly string[]): readonly Segment[] {
  const all = segments.flatMap(({ key, posts }) => posts.map((filed) => ({ filed, key })))
  const open = all.filter(({ filed }) => isOpen(filed))
  if (open.length === 0) return segments
  const isHost = new Set(hosts.map((handle) => handle.toLowerCase()))
  const taken = new Set(all.flatMap(({ filed }) => filed.relay ?? []))
  const candidates = all
    .filter(({ filed: { post } }) => isHost.has(post.author.handle?.toLowerCase() ?? '') && !post.removed)
    .map(({ filed: { post } }) => ({ id: post.id, letters: lettersOf(sourceText(post)) }))
  const relays = new Map<string, string>()
  for (const { filed, key } of open) {
    const beginning = beginningOf({ post: filed.post, key })
    const found = candidates.find(({ id, letters }) => !taken.has(id) && letters.startsWith(beginning))
    if (!found) continue
    taken.add(found.id)
    relays.set(filed.post.id, found.id)
  }
  if (relays.size === 0) return segments
  return segments.map((segment) => ({
    ...segment,
    posts: segment.posts.map((filed) => {
      const relay = relays.get(filed.post.id)
      return relay === undefined ? filed : { ...filed, relay }
    }),
  }))
}

function isOpen({ post, relay }: FiledPost): boolean {
  return relay === undefined && isContribution(post) && !post.removed && lettersOf(sourceText(post)) !== ''
}

/** Long enough to tell two answers apart, and short enough that no line is cut before. */
const tellingLetters = 60

/** A network shortens links, so what counts of an answer ends where its first link begins. */
function beginningOf(sent: Relayable): string {
  const [words = ''] = sourceText(sent.post).split(/https?:\/\//)
  return lettersOf(relayLead(sent)) + lettersOf(words).slice(0, tellingLetters)
}

/** Ids of posts that stand in a session only as passed on: the answer itself is shown. */
export function relayIds(segments: readonly Segment[]): ReadonlySet<string> {
  const ids = segments.flatMap(({ posts }) => posts.flatMap(({ relay }) => relay ?? []))
  return new Set(ids.filter((id) => id !== noRelay))
}
