import { z } from 'zod'
import {
  handle,
  hashtag,
  line,
  listOf,
  timeOfDay,
  weekday,
  wholeNumber,
  zone,
} from '../content/setting-types.ts'
import { contact } from '../content/site-settings.ts'
import { email } from '../content/take-part-setting.ts'
import { findNameProblem } from '../model/chat.ts'

/** What the host is asked, in this order. Answers are text, as it would stand in the settings. */
export type QuestionKey = 'hashtag' | 'name' | 'weekday' | 'time' | 'zone' | 'minutes' | 'questions' | 'hosts'
export type SiteQuestionKey = 'title' | 'contact' | 'email'
export type Answers = Readonly<Record<QuestionKey | SiteQuestionKey, string>>

export type SetupQuestion = {
  readonly key: keyof Answers
  readonly message: string
  /** Whether an answer will do. */
  readonly schema: z.ZodType
  /** Whether it may be left empty. */
  readonly optional?: true
  readonly choices?: readonly string[]
}

const name = z.string().superRefine((text, context) => {
  const message = findNameProblem(text)
  if (message) context.addIssue({ code: 'custom', message })
})

export const chatQuestions: readonly SetupQuestion[] = [
  { key: 'hashtag', message: 'Which hashtag does the chat use?', schema: hashtag },
  {
    key: 'name',
    message: 'What shall its folder and address be called? (a to z, 0 to 9 and "-")',
    schema: name,
  },
  {
    key: 'weekday',
    message: 'On which day does it take place?',
    schema: weekday,
    choices: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  },
  { key: 'time', message: 'At what time does it begin?', schema: timeOfDay },
  { key: 'zone', message: 'By the clocks of which place?', schema: zone },
  { key: 'minutes', message: 'How many minutes does it last?', schema: wholeNumber(1, 1439) },
  {
    key: 'questions',
    message: 'How many questions share the time? (0 for one open chat)',
    schema: wholeNumber(0, 99),
  },
  {
    key: 'hosts',
    message: 'Who asks the questions? (handles, with a comma between them; may stay empty)',
    schema: listOf(handle),
    optional: true,
  },
]

export const siteQuestions: readonly SetupQuestion[] = [
  {
    key: 'title',
    message: 'What is the archive called?',
    schema: line.pipe(z.string().min(1, 'write a title')),
  },
  {
    key: 'contact',
    message: 'Where can people ask to have a post removed? (e-mail or web address; may stay empty)',
    schema: contact,
    optional: true,
  },
  {
    key: 'email',
    message:
      'To which address may questions and answers be mailed by those who cannot be on the network? (may stay empty)',
    schema: email,
    optional: true,
  },
]

/** Why an answer will not do, as a sentence; undefined where it will. */
export function findFault({ schema, optional }: SetupQuestion, answer: string): string | undefined {
  if (answer === '') return optional ? undefined : 'this needs an answer'
  const parsed = schema.safeParse(answer)
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? 'this will not do')
}

/** A folder's name from a hashtag: `lgov-sm` for `#LGov_SM`; undefined where its letters do not allow it. */
export function findNameFor(hashtagText: string): string | undefined {
  const found = hashtagText
    .replace(/^[#＃]/, '')
    .toLowerCase()
    .replace(/_+/g, '-')
    .replace(/^-|-$/g, '')
  return findNameProblem(found) === undefined ? found : undefined
}
