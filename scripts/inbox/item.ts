import type { ContributionNetwork } from '../model/contribution.ts'
import type { SegmentKey } from '../model/session.ts'

/** What somebody sent, as a source hands it over. Nothing of it is public. */
export type Incoming = {
  readonly network: ContributionNetwork
  /** What names it at its source; where any one was seen before, it is here already. */
  readonly sourceIds: readonly string[]
  /** When it was sent or received: UTC, whole seconds. */
  readonly at: string
  /** Where its writer wants it; undefined where nothing says. */
  readonly tag: Tag | undefined
  /** As the writer wants to be shown; '' for nobody. */
  readonly name: string
  readonly text: string
  /** Who sent it, as its source knows them: an address, a handle, a number. Stays in the inbox. */
  readonly sender: string | undefined
  readonly consent: Consent
  /** Why it looks like something that nobody wrote to the host; [] where it does not. */
  readonly doubts: readonly string[]
}

/** Where something belongs. */
export type Tag = {
  readonly chat: string | undefined
  /** Local date of a session. */
  readonly date: string | undefined
  readonly key: SegmentKey | undefined
  /** A question for a coming session, and no answer. */
  readonly isQuestion: boolean
}

/**
 * Why it may be shown: it came by a way that says so, it was public already, its writer said so when asked, or
 * nobody has asked yet.
 */
export const consents = ['sent in', 'public', 'asked', 'open'] as const
export type Consent = (typeof consents)[number]

/** `held` is held back as spam; `settling` is accepted, and perhaps not in content/ yet. */
export const states = ['waiting', 'held', 'settling', 'accepted', 'declined'] as const
export type State = (typeof states)[number]

/** One thing in the inbox. */
export type Item = Omit<Incoming, 'sourceIds'> & {
  /** Names its file; made from the first of its ids at the source. */
  readonly id: string
  readonly state: State
  /** When the host decided, UTC; undefined while nobody has. */
  readonly decidedAt: string | undefined
  /** When somebody said that it may be shown, UTC; undefined while nobody has. */
  readonly consentAt: string | undefined
  /** Where it stands in content/; undefined while it does not. */
  readonly place: Place | undefined
}

export type Place = {
  /** Of the post, `email:k3x9…`, or of the question; tells nothing of the sender. */
  readonly id: string
  readonly chat: string
  /** Undefined for a question for a coming session: what it is chosen for stands in questions.yaml. */
  readonly date: string | undefined
  readonly key: SegmentKey | undefined
}
