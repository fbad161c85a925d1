import type { Limit } from '../model/allowance.ts'
import type { Chat } from '../model/chat.ts'
import type { Session } from '../model/session.ts'
import type { Site } from '../model/site.ts'

/**
 * A place that takes sessions as posts of its own: one adapter a place. `P` is what the place needs to know of a
 * piece besides, and nobody else's business. Whatever the place refuses is thrown as a MirrorTrouble.
 */
export type Mirror<P extends Piece = Piece> = {
  /** As commands and settings call it: `tumblr`. */
  readonly name: string
  /** Where readers find it, for messages: `lgovsm.tumblr.com`. */
  readonly place: string
  /** What the place lets one account do. */
  readonly limits: readonly Limit[]
  /** Pure. One piece a session, or more where it does not fit, in the order in which they are to be read. */
  readonly compose: (source: MirrorSource) => readonly P[]
  /** What is published at the place, newest date first, from a page counted from 0. */
  readonly list: (page: number) => Promise<Listed>
  /** What is published at the place with a date near an instant, whoever put it there; pages from 0. */
  readonly findNear: (instant: string, page: number) => Promise<Near>
  /** Undefined where it is gone. */
  readonly look: (id: string) => Promise<Standing | undefined>
  /** Publishes a piece; its id. After a `soon` nobody knows whether it was done. */
  readonly create: (piece: P) => Promise<string>
  readonly edit: (id: string, piece: P) => Promise<void>
  /** What is gone already is no trouble. */
  readonly remove: (id: string) => Promise<void>
}

export type MirrorSource = {
  readonly site: Site
  readonly chat: Chat
  readonly session: Session
  /** Pictures of the session that are on the disk, by their file. */
  readonly pictures: ReadonlyMap<string, Picture>
}

export type Picture = {
  /** Where it lies on this computer. */
  readonly path: string
  /** Of its bytes. */
  readonly digest: string
}

/** A session, or a part of it, as the place is to show it. */
export type Piece = {
  /** Which part of its session: `all`, `q1`, `q1-2`; the same from run to run. */
  readonly key: string
  /** A name that the place keeps and tells, by which the piece is found again: `lgovsm-2010-12-17-q1`. */
  readonly slug: string
  /** What the place dates it, UTC. */
  readonly at: string
  /** Of all that is sent: another where anything is, and the same on every computer. */
  readonly hash: string
  /** As a person reads it, line by line. */
  readonly lines: readonly string[]
  readonly tags: readonly string[]
  /** Pictures that go with it. */
  readonly pictures: number
}

/** What stands at the place. */
export type Standing = Pick<Piece, 'slug' | 'at' | 'lines'> & { readonly id: string }

export type Near = {
  readonly standing: readonly Standing[]
  /** Whether there may be another page. */
  readonly hasMore: boolean
}

export type Listed = {
  readonly standing: readonly Standing[]
  /** How many are published there altogether. */
  readonly total: number
  /** How many a full page holds. */
  readonly pageSize: number
}
