import { z } from 'zod'
import { setKeys } from '../markdown/front-matter.ts'
import { isContribution } from '../model/contribution.ts'
import { Problem } from '../model/problem.ts'
import { noSentQuestions, type SentQuestion, type SentQuestions } from '../model/sent-question.ts'
import { readText } from './folder.ts'
import { date, fromText, line, optional, setting, settings, yesOrNo } from './setting-types.ts'
import { parseSettings } from './settings-file.ts'
import type { Change } from './transaction.ts'

/** Path of a chat's list of questions that were sent in, relative to the root. */
export function questionsPath(chat: string): string {
  return `content/${chat}/questions.yaml`
}

/** None where there is no such file. Throws a Problem with file and line. */
export function readQuestions(root: string, chat: string): SentQuestions {
  const text = readText(root, questionsPath(chat))
  return text === undefined ? noSentQuestions : parseQuestions(text, questionsPath(chat))
}

/** Throws a Problem with file and line. */
export function parseQuestions(text: string, file: string): SentQuestions {
  const { backlog, questions } = parseSettings(shape, text, file)
  return { backlog, questions }
}

/** What is to be written so that the list is as given; [] where it is so already. Comments above it stay. */
export function questionsChanges(root: string, chat: string, list: SentQuestions): Change[] {
  const path = questionsPath(chat)
  const before = readText(root, path)
  const data = formatQuestions(list, before)
  if (list.questions.some(({ chosen }) => chosen === undefined) && !list.backlog) {
    throw new Problem(`${path}: ${waits}`)
  }
  return data === before || (before === undefined && list.questions.length === 0) ? [] : [{ path, data }]
}

/** The whole file. `before` is the file as it stands. */
export function formatQuestions({ backlog, questions }: SentQuestions, before = head): string {
  const values = { backlog: backlog ? 'yes' : 'no', questions: questions.map(toEntry) }
  return setKeys(before, values)
}

const head = `# Questions that were sent in. This file is public, so only what you accepted may stand here.
# Those without "for:" wait for a session; they may stand here, and on the page, where backlog is yes.
`

const waits =
  'a question that waits is public here: write "backlog: yes" above, say what it was chosen for as in "for: 2010-12-24 Q2", or take it out'

function toEntry({ id, text, name, received, chosen }: SentQuestion): Record<string, string> {
  return {
    text,
    ...(name !== '' && { name }),
    ...(chosen && { for: `${chosen.date} ${chosen.key.toUpperCase()}` }),
    ...(received !== undefined && { received }),
    ...(id !== undefined && { id }),
  }
}

const chosen = fromText('write session and question such as 2010-12-24 Q2', (text) => {
  const [, day = '', number = ''] = /^(\d{4}-\d\d-\d\d)[\s,]+[QC]?([1-9]\d?)$/i.exec(text) ?? []
  return date.safeParse(day).success ? { date: day, key: `q${number}` } : undefined
})

const id = fromText('leave the id as the program wrote it, or leave it out', (text) =>
  isContribution({ id: text }) && /^[a-z]+:[A-Za-z0-9_-]{1,64}$/.test(text) ? text : undefined,
)

const entry = settings({
  text: line.pipe(z.string().min(1, 'write the question')),
  name: setting(line, ''),
  for: optional(chosen),
  received: optional(date),
  id: optional(id),
}).transform(({ for: chosen, ...same }): SentQuestion => ({ ...same, chosen }))

const shape = settings({
  backlog: setting(yesOrNo, false),
  questions: setting(z.array(entry, 'write a list: "- text: …", and below it name and for'), []),
}).superRefine(({ backlog, questions }, context) => {
  questions.forEach((question, i) => {
    if (backlog || question.chosen) return
    context.addIssue({ code: 'custom', path: ['questions', i], message: waits })
  })
})
