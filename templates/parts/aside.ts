import { questionNumber } from '../../scripts/model/session.ts'
import type { SaidPost } from '../../scripts/model/shown.ts'
import type { Context } from './context.ts'

/** Where a post was said elsewhere than it stands: `during Q3`, `before the chat`; undefined where it fits. */
export function findAside({ key, at }: SaidPost, { hour, runningAt, words }: Context): string | undefined {
  if (questionNumber(key) === undefined || !hour) return undefined
  if (at < hour.start) return words.beforeChat
  if (at >= hour.end) return undefined
  const running = questionNumber(runningAt(at) ?? key)
  if (running === undefined || running === questionNumber(key)) return undefined
  return words.during(words.questionLabel(running))
}

/** Whether a post came after the hour, so that it stands under "Afterwards" at the end of its question. */
export function isAfterwards({ key, at }: SaidPost, { hour }: Context): boolean {
  return hour !== undefined && questionNumber(key) !== undefined && at >= hour.end
}
