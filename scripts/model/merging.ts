import { giveAnchors } from './anchors.ts'
import type { Chat } from './chat.ts'
import { type FieldHashes, hashFields } from './fields.ts'
import { fileStored } from './file-stored.ts'
import { type Found, nextFound } from './found.ts'
import { emptyLedger, hashSegments, type Ledger, type LedgerPost } from './ledger.ts'
import { type MergedPost, mergePost } from './merge-post.ts'
import { type MergeReport, reportMerge } from './merge-report.ts'
import { mergeSegments } from './merge-segments.ts'
import type { Post } from './post.ts'
import { withRelays } from './relay.ts'
import type { SessionTimes } from './schedule.ts'
import { onTheRecord } from './segmentation/off-the-record.ts'
import type { FiledPost, SegmentKey, Session } from './session.ts'
import { deletedIds, type Placed, placedPosts, type Stored } from './stored.ts'

export type MergeInput = {
  readonly chat: Chat
  readonly times: SessionTimes
  /** The folder as it stands; undefined for a new session. */
  readonly stored: Stored | undefined
  /** What the network says now. */
  readonly upstream: readonly Post[]
  /** End of the window that was read, UTC. */
  readonly readTo: string | undefined
  /** How much of what was said `upstream` is; undefined where nothing was read. */
  readonly found?: Found | undefined
  /** UTC instant → local time, `13:02:11`. */
  readonly clock: (instant: string) => string
}

export type Merged = { readonly session: Session; readonly ledger: Ledger; readonly report: MergeReport }

/**
 * The folder, the ledger and the network made one. What the host moved stays moved, what the host edited
 * stays edited, what the host deleted stays deleted. A session that the host has read over keeps every post
 * where it stands; in any other, posts that the host did not move are filed anew, since later posts may
 * speak for earlier ones.
 */
export function mergeSession(input: MergeInput): Merged {
  const { stored, chat, times } = input
  const ledger = stored?.ledger ?? emptyLedger
  const placed = placedPosts(stored)
  const deleted = deletedIds(ledger, placed)
  const upstream = onTheRecord(input.upstream, chat)
  const merged = mergePosts(
    placed,
    upstream.filter(({ id }) => !deleted.has(id) && !placed.get(id)?.filed.post.removed),
  )
  const posts = [...merged.values()].map(({ post }) => post)
  const found = fileStored({ chat, times, stored, posts })
  const anchors = giveAnchors(posts, givenAnchors(ledger), input.clock)
  const filed = posts.map((post) => {
    const filing = found.filings.get(post.id)
    if (!filing) throw new Error(`post ${post.id} has no place`)
    const before = placed.get(post.id)
    const item: FiledPost = {
      post,
      anchor: anchors.get(post.id) ?? '',
      why: filing.why,
      hidden: before?.filed.hidden ?? false,
      note: before?.filed.note ?? '',
      ...(before?.filed.relay !== undefined && { relay: before.filed.relay }),
    }
    return { item, key: filing.key }
  })
  const segments = withRelays(
    mergeSegments({ stored, ledger, found: found.segments, filed }),
    times.hosts.length > 0 ? times.hosts : chat.hosts,
  )
  const session = {
    ...(stored?.session ?? newSession(times.date)),
    segments,
    readTo: later(stored?.session.readTo, input.readTo),
    found: nextFound(
      { found: stored?.session.found, readTo: stored?.session.readTo },
      { found: input.found, readTo: input.readTo },
    ),
  }
  return {
    session,
    ledger: { posts: nextPosts({ ledger, merged, deleted, filed }), segments: hashSegments(found.segments) },
    report: reportMerge({ placed, upstream, merged, deleted }),
  }
}

export function newSession(date: string): Session {
  const plan = { hosts: undefined, questions: undefined, time: undefined, minutes: undefined }
  return {
    date,
    title: '',
    summary: '',
    checked: false,
    readTo: undefined,
    found: undefined,
    plan,
    segments: [],
  }
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

/** Posts of the folder in the host's version, then the new ones. */
function mergePosts(
  placed: ReadonlyMap<string, Placed>,
  upstream: readonly Post[],
): ReadonlyMap<string, MergedPost> {
  const merged = new Map<string, MergedPost>()
  for (const [id, place] of placed) {
    const { filed } = place
    merged.set(id, {
      post: filed.post,
      base: baseOf(place) ?? hashFields(filed.post),
      updated: [],
      disputed: [],
    })
  }
  for (const post of upstream) {
    const here = placed.get(post.id)
    const fresh = { post, base: hashFields(post), updated: [], disputed: [] }
    merged.set(post.id, here ? mergePost(here.filed.post, post, baseOf(here)) : fresh)
  }
  return merged
}

/** A post that the host put back after deleting it has no base any more. */
function baseOf({ known }: Placed): FieldHashes | undefined {
  return known?.file === undefined ? undefined : known.fields
}

function givenAnchors(ledger: Ledger): ReadonlyMap<string, string> {
  return new Map([...ledger.posts].map(([id, { anchor }]) => [id, anchor]))
}

type Filed = { readonly item: FiledPost; readonly key: SegmentKey }

/** Deleted posts keep their address and nothing else. */
function nextPosts(input: {
  readonly ledger: Ledger
  readonly merged: ReadonlyMap<string, MergedPost>
  readonly deleted: ReadonlySet<string>
  readonly filed: readonly Filed[]
}): ReadonlyMap<string, LedgerPost> {
  const posts = new Map<string, LedgerPost>()
  for (const id of input.deleted) {
    posts.set(id, { anchor: input.ledger.posts.get(id)?.anchor ?? '', file: undefined, fields: {} })
  }
  for (const { item, key } of input.filed) {
    const fields = input.merged.get(item.post.id)?.base ?? {}
    posts.set(item.post.id, { anchor: item.anchor, file: key, fields })
  }
  return posts
}
