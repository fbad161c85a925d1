import type { Chat } from './chat.ts'
import type { SessionPlan } from './session.ts'

/** When one session takes place. All instants UTC, whole seconds; ends exclusive. */
export type SessionTimes = {
  readonly date: string
  readonly start: string
  readonly end: string
  /** q1, q2, … in order; one segment `q1` where the chat is open. */
  readonly segments: readonly SegmentTimes[]
  /** Handles without `@`. */
  readonly hosts: readonly string[]
}

export type SegmentTimes = { readonly key: string; readonly start: string; readonly end: string }

/** What a date is in a chat's calendar. */
export type Slot =
  | { readonly kind: 'session'; readonly times: SessionTimes }
  | { readonly kind: 'skipped'; readonly date: string; readonly reason: string }
  | { readonly kind: 'none'; readonly date: string }

declare const later: never
/** The session of one local date: the rule, less skipped dates, with the date's own differences. */
export declare function slotOn(chat: Chat, date: string, plan?: SessionPlan): Slot
/** Session dates and skipped dates from `from` to `to`, both included, ascending. */
export declare function slotsBetween(chat: Chat, from: string, to: string): Slot[]
/** The first session after a date, and the skipped dates on the way to it. */
export declare function nextAfter(chat: Chat, date: string): { skipped: Slot[]; times: SessionTimes }
