import { readText, sessionFolder } from '../../content/folder.ts'
import { questionsChanges, questionsPath, readQuestions } from '../../content/questions-file.ts'
import { type Change, writeTogether } from '../../content/transaction.ts'
import { setFrontMatter } from '../../markdown/front-matter.ts'
import { formatNewIndex } from '../../markdown/index-file.ts'
import { toSource } from '../../markdown/lines.ts'
import type { Chat } from '../../model/chat.ts'
import { Problem } from '../../model/problem.ts'
import type { SentQuestion } from '../../model/sent-question.ts'
import { readItems } from '../item-files.ts'
import type { Picked } from './choose.ts'

export type Plan = {
  readonly chat: Chat
  /** Local date of the session. */
  readonly date: string
  /** One for each part of the hour. */
  readonly picked: readonly Picked[]
}

/**
 * Writes the questions into the session's index.md, and into the list who sent which; all of it or nothing. What had
 * one of its places before waits again, in the inbox.
 */
export function planSession(root: string, plan: Plan): readonly Change[] {
  const { chat, date, picked } = plan
  const list = readQuestions(root, chat.name)
  const chosen = picked.flatMap(({ sent }, i) =>
    sent ? [{ ...sent, chosen: { date, key: `q${i + 1}` } }] : [],
  )
  const listed = list.questions.map((question) => placeAgain(question, chosen, plan))
  const questions = [...listed, ...newOnes(listed, chosen)]
  const kept = list.backlog ? questions : questions.filter((question) => isAtHome(root, chat, question))
  const changes = [
    ...questionsChanges(root, chat.name, { ...list, questions: kept }),
    ...indexChanges(root, plan),
  ]
  writeTogether(root, `${chat.name}-questions`, changes)
  return changes
}

function placeAgain(
  question: SentQuestion,
  chosen: readonly SentQuestion[],
  { date, picked }: Plan,
): SentQuestion {
  const now = chosen.find((one) => isSame(one, question))
  if (now || question.chosen?.date !== date) return now ?? question
  const isKept = picked.some(({ text }, i) => question.chosen?.key === `q${i + 1}` && text === question.text)
  return isKept ? question : { ...question, chosen: undefined }
}

/** Whether it stays in the list. One that waits goes back to the inbox; where that has none of it, it would be lost. */
function isAtHome(root: string, chat: Chat, { id, text, chosen }: SentQuestion): boolean {
  if (chosen !== undefined) return true
  if (readItems(root).some(({ place }) => id !== undefined && place?.id === id)) return false
  throw new Problem(
    `${questionsPath(chat.name)}: "${text}" would wait again, and only this file has it: write backlog: yes, or take it out`,
  )
}

function newOnes(listed: readonly SentQuestion[], chosen: readonly SentQuestion[]): SentQuestion[] {
  return chosen.filter((one) => !listed.some((other) => isSame(one, other)))
}

function isSame(a: SentQuestion, b: SentQuestion): boolean {
  return a.id === undefined || b.id === undefined ? a.text === b.text : a.id === b.id
}

function indexChanges(root: string, { chat, date, picked }: Plan): Change[] {
  const path = `${sessionFolder(chat.name, date)}/index.md`
  const before = readText(root, path) ?? formatNewIndex({ readTo: undefined, found: undefined })
  const data = setFrontMatter(toSource(path, before), { questions: picked.map(({ text }) => text) })
  return data === readText(root, path) ? [] : [{ path, data }]
}
