import { readIndex } from '../../content/read-session.ts'
import type { Chat } from '../../model/chat.ts'
import { addDays } from '../../model/date.ts'
import { longDateWords } from '../../model/date-words.ts'
import { nextAfter, type SessionTimes, slotOn } from '../../model/schedule.ts'
import type { SentQuestion } from '../../model/sent-question.ts'
import { localDate } from '../../model/zone.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import { oneLine } from '../../terminal/safe-text.ts'
import { groupSimilar } from './similar.ts'
import { waitingQuestions } from './waiting.ts'

export type Choosing = {
  readonly root: string
  readonly chat: Chat
  readonly prompts: Prompts
  readonly tell: (line: string) => void
  /** UTC. */
  readonly now: string
}

/** One question of the next session: somebody's, or the host's own words; '' for none yet. */
export type Picked = { readonly text: string; readonly sent: SentQuestion | undefined }

/** The session that is next, as its own index.md has it. */
export function nextSession(root: string, chat: Chat, now: string): SessionTimes {
  const today = localDate(now, chat.zone)
  const ahead = nextAfter(chat, addDays(today, -1)).times
  const { date } = ahead.start > now ? ahead : nextAfter(chat, today).times
  const slot = slotOn(chat, date, readIndex(root, chat.name, date)?.plan)
  return slot.kind === 'session' ? slot.times : ahead
}

/** What waits, with what asks much the same below it, in lines for the host. */
export function sayWaiting(questions: readonly SentQuestion[]): string[] {
  return groupSimilar(questions, ({ text }) => text).flatMap((group) =>
    group.map((question, i) => `${i === 0 ? '' : '  much the same: '}${sayQuestion(question)}`),
  )
}

/** Asks for each question of the next session. */
export async function pickQuestions(choosing: Choosing, times: SessionTimes): Promise<Picked[]> {
  const { root, chat, prompts } = choosing
  const planned = readIndex(root, chat.name, times.date)?.plan.questions ?? []
  const waiting = groupSimilar(waitingQuestions(root, chat), ({ text }) => text).flat()
  const picked: Picked[] = []
  for (const [i] of times.segments.entries()) {
    const left = waiting.filter((question) => !picked.some(({ sent }) => sent === question))
    picked.push(await pickOne({ number: i + 1, left, planned: planned[i] ?? '', prompts, date: times.date }))
  }
  return picked
}

type PickOne = {
  readonly number: number
  readonly left: readonly SentQuestion[]
  /** As the session has it now. */
  readonly planned: string
  readonly prompts: Prompts
  readonly date: string
}

async function pickOne({ number, left, planned, prompts, date }: PickOne): Promise<Picked> {
  const chosen = await prompts.select({
    message: `Question ${number} of ${longDateWords(date)}?`,
    flag: 'your answer in a terminal',
    choices: [
      ...(planned ? [{ value: 'keep', label: `keep: ${oneLine(planned)}` }] : []),
      ...left.map((question, i) => ({ value: String(i), label: sayQuestion(question) })),
      { value: 'own', label: 'write one of your own' },
      { value: 'none', label: 'none yet' },
    ],
  })
  if (chosen === 'none') return { text: '', sent: undefined }
  if (chosen === 'keep') return { text: planned, sent: undefined }
  if (chosen === 'own') {
    return {
      text: oneLine(await prompts.text({ message: 'The question?', flag: 'your answer' })),
      sent: undefined,
    }
  }
  const sent = left[Number(chosen)]
  return { text: sent?.text ?? '', sent }
}

function sayQuestion({ text, name, received }: SentQuestion): string {
  return oneLine(`${text} (${[name, received].filter(Boolean).join(', ') || 'no name'})`)
}
