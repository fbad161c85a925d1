import type { SegmentKey } from './session.ts'
import type { SessionSummary } from './summary.ts'

/** A question that somebody sent in for a coming session, and the host accepted. */
export type SentQuestion = {
  /** `email:x7k2…`, as of a contribution; undefined where the host wrote it down by hand. */
  readonly id: string | undefined
  readonly text: string
  /** The name given; '' for none. */
  readonly name: string
  /** Local date on which it came; undefined where nobody noted it. */
  readonly received: string | undefined
  /** What it was chosen for; undefined while it waits. */
  readonly chosen: Chosen | undefined
}

export type Chosen = {
  /** Local date of the session. */
  readonly date: string
  readonly key: SegmentKey
}

/** What a chat's questions.yaml holds. All of it is public. */
export type SentQuestions = {
  /** Whether those that wait are public too. */
  readonly backlog: boolean
  /** In the order they came. */
  readonly questions: readonly SentQuestion[]
}

export const noSentQuestions: SentQuestions = { backlog: false, questions: [] }

export type QuestionState = 'received' | 'chosen' | 'asked' | 'answered'

/** How far it has come: as the session that it was chosen for shows. Nobody has to write it down. */
export function stateOf({ chosen }: SentQuestion, sessions: readonly SessionSummary[]): QuestionState {
  if (!chosen) return 'received'
  const session = sessions.find(({ date }) => date === chosen.date)
  const asked = session?.questions.find(({ key }) => key === chosen.key)
  // Answers may come before the session does.
  if (!session || !asked || session.posts === (session.sent ?? 0)) return 'chosen'
  // The first post asks it.
  return asked.posts > 1 ? 'answered' : 'asked'
}

/** The one that a session's question was made of; undefined where nobody sent it in. */
export function findSent(
  questions: readonly SentQuestion[],
  { date, key }: Chosen,
): SentQuestion | undefined {
  return questions.find(({ chosen }) => chosen?.date === date && chosen.key === key)
}
