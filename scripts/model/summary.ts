import type { Chat } from './chat.ts'
import { isContribution } from './contribution.ts'
import { findPostId, isOwnLink } from './own-link.ts'
import { nameOf, personKey } from './person.ts'
import type { Link, Post } from './post.ts'
import { slotOn } from './schedule.ts'
import type { Segment, Session } from './session.ts'
import { questionNumber } from './session.ts'
import { countPosts, hourOf, type SaidPost, saidPosts, shownSegments } from './shown.ts'

/** All that pages other than its own need of a session. Plain JSON, so that it can be kept between builds. */
export type SessionSummary = {
  /** Differs where anything else of the summary does; only in a build. */
  readonly stamp?: string
  readonly date: string
  readonly title: string
  /** Topics, as the host says, without `#`. */
  readonly tags?: readonly string[]
  /** The host's words, in markdown. */
  readonly summary: string
  readonly checked: boolean
  /** UTC, end exclusive. */
  readonly start?: string
  readonly end?: string
  /** Handles without `@`. */
  readonly hosts: readonly string[]
  /** Posts on the page; 0 for a session that is only planned. */
  readonly posts: number
  /** Removed posts, whose places are still on the page; not among `posts`. */
  readonly removed?: number
  /** How many of `posts` were sent in from off the network. */
  readonly sent?: number
  readonly questions: readonly QuestionSummary[]
  /** In the order of their first post. */
  readonly people: readonly PersonSummary[]
  /** In the order they were first shared. */
  readonly links: readonly LinkSummary[]
}

export type QuestionSummary = { readonly key: string; readonly text: string; readonly posts: number }

export type PersonSummary = {
  /** As `personKey` makes it. */
  readonly key: string
  readonly handle?: string
  readonly name: string
  readonly posts: number
  /** Numbers of the questions they spoke to, ascending. */
  readonly questions: readonly number[]
  /** Anchor of their first post. */
  readonly first: string
}

export type LinkSummary = {
  readonly target: string
  readonly display: string
  /** Anchor of the post that shared it first. */
  readonly first: string
}

export function summarize(chat: Chat, session: Session): SessionSummary {
  const places = saidPosts(session)
  const said = places.filter(({ post }) => !post.removed)
  const removed = places.length - said.length
  const sent = said.filter(({ post }) => isContribution(post)).length
  const slot = slotOn(chat, session.date, session.plan)
  const planned = slot.kind === 'session' ? slot.times : undefined
  const { start, end } = hourOf(session) ?? planned ?? {}
  return {
    date: session.date,
    title: session.title,
    ...(session.tags && { tags: session.tags }),
    summary: session.summary,
    checked: session.checked,
    ...(start && end && { start, end }),
    hosts: planned?.hosts ?? session.plan.hosts ?? chat.hosts,
    posts: said.length,
    ...(removed > 0 && { removed }),
    ...(sent > 0 && { sent }),
    questions: questionsOf(session),
    people: peopleOf(said),
    links: linksOf(said),
  }
}

/** As they were asked; before the hour, as they are planned. */
function questionsOf(session: Session): QuestionSummary[] {
  const asked = shownSegments(session).filter((segment) => questionNumber(segment.key) !== undefined)
  if (asked.length > 0) return asked.map(questionSummary)
  return (session.plan.questions ?? []).map((text, index) => ({ key: `q${index + 1}`, text, posts: 0 }))
}

function questionSummary(segment: Segment): QuestionSummary {
  return { key: segment.key, text: segment.question, posts: countPosts(segment) }
}

function peopleOf(said: readonly SaidPost[]): PersonSummary[] {
  const people = new Map<string, PersonSummary>()
  for (const { post, anchor, key: segment } of said) {
    const key = personKey(post)
    if (key === undefined) continue
    const known = people.get(key)
    const { handle } = post.author
    people.set(key, {
      key,
      ...(handle === undefined ? {} : { handle }),
      name: nameOf(post.author),
      posts: (known?.posts ?? 0) + 1,
      questions: withNumber(known?.questions ?? [], questionNumber(segment)),
      first: known?.first ?? anchor,
    })
  }
  return [...people.values()]
}

function withNumber(numbers: readonly number[], number: number | undefined): readonly number[] {
  if (number === undefined || numbers.includes(number)) return numbers
  return [...numbers, number].sort((a, b) => a - b)
}

function linksOf(said: readonly SaidPost[]): LinkSummary[] {
  const links = new Map<string, LinkSummary>()
  for (const { post, anchor } of said) {
    for (const { target, display } of sharedLinks(post)) {
      if (!links.has(target)) links.set(target, { target, display, first: anchor })
    }
  }
  return [...links.values()]
}

function sharedLinks(post: Post): Link[] {
  return post.text.filter((run) => typeof run !== 'string').filter((link) => isShared(link, post))
}

/** Posts and their pictures are the conversation itself, not what it shared. */
function isShared(link: Link, post: Post): boolean {
  return /^https?:\/\//i.test(link.target) && findPostId(link) === undefined && !isOwnLink(link, post)
}
