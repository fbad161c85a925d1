import { Problem } from '../model/problem.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { type Answers, findFault, findNameFor, type SetupQuestion } from './questions.ts'

/** Answers from flags, or proposals. */
export type Given = Partial<Record<keyof Answers, string | undefined>>

export type Asking = {
  readonly questions: readonly SetupQuestion[]
  readonly given: Given
  /** What to propose, or to take where nothing is to be asked. */
  readonly usual: Given
  /** Ask nothing: what is not given is as usual. */
  readonly yes: boolean
  readonly prompts: Prompts
}

/** One answer a question, from the flags first, then from the host. Throws a Problem that names the flag. */
export async function askQuestions({
  questions,
  given,
  usual,
  yes,
  prompts,
}: Asking): Promise<Partial<Answers>> {
  const answers: { -readonly [K in keyof Answers]?: string } = {}
  for (const question of questions) {
    const { key } = question
    const proposal = key === 'name' ? findNameFor(answers.hashtag ?? '') : usual[key]
    const answer = given[key] ?? (isSettled(question, proposal, yes) ? proposal : undefined)
    if (answer !== undefined) checkFlag(question, answer)
    answers[key] = answer ?? (await ask(question, proposal, prompts))
  }
  return answers
}

/** The folder is called after the hashtag wherever that is possible, and nobody is asked. */
function isSettled({ key }: SetupQuestion, proposal: string | undefined, yes: boolean): boolean {
  return proposal !== undefined && (yes || key === 'name')
}

function checkFlag(question: SetupQuestion, answer: string): void {
  const fault = findFault(question, answer)
  if (fault !== undefined) throw new Problem(`--${question.key}: ${fault}`)
}

async function ask(question: SetupQuestion, proposal: string | undefined, prompts: Prompts): Promise<string> {
  const { key, message, choices } = question
  const flag = proposal === undefined ? `--${key}` : `--${key}, or --yes for what is usual`
  const initial = proposal === undefined ? {} : { initial: proposal }
  if (choices) {
    return prompts.select({
      message,
      flag,
      ...initial,
      choices: choices.map((value) => ({ value, label: value })),
    })
  }
  return prompts.text({ message, flag, ...initial, findFault: (answer) => findFault(question, answer) })
}
