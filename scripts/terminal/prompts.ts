import { confirm, isCancel, password, select, selectKey, text } from '@clack/prompts'
import { Problem } from '../model/problem.ts'
import { Interrupted } from './interrupted.ts'
import { plainOutput, type Terminal } from './plain-output.ts'

type Question = {
  readonly message: string
  /** What answers the question without a terminal: `--hashtag`. */
  readonly flag: string
}

type TextQuestion = Question & {
  /** What Enter alone answers; shown until something is typed. */
  readonly initial?: string
  /** Why an answer will not do; undefined where it will. */
  readonly findFault?: (answer: string) => string | undefined
}

export type Choice<T extends string> = { readonly value: T; readonly label: string; readonly hint?: string }

type SelectQuestion<T extends string> = Question & {
  readonly choices: readonly Choice<T>[]
  readonly initial?: T
}

/** One key an answer; Enter is the first. */
type KeyQuestion<T extends string> = Question & {
  readonly choices: readonly (Choice<T> & { readonly key: string })[]
}

/** Questions to the host. Each throws a Problem where nobody can answer, and Interrupted on Ctrl-C. */
export type Prompts = {
  /** Whether somebody can answer. */
  readonly isOpen: boolean
  readonly text: (question: TextQuestion) => Promise<string>
  readonly select: <T extends string>(question: SelectQuestion<T>) => Promise<T>
  readonly key: <T extends string>(question: KeyQuestion<T>) => Promise<T>
  readonly confirm: (question: Question & { readonly initial?: boolean }) => Promise<boolean>
  /** Shows a dot for each letter. */
  readonly password: (question: Pick<TextQuestion, 'message' | 'flag' | 'findFault'>) => Promise<string>
}

type Streams = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
}

export function createPrompts(
  streams: Streams = { input: process.stdin, output: process.stdout, env: process.env },
): Prompts {
  const { env } = streams
  const isOpen = streams.input.isTTY === true && streams.output.isTTY === true && env.TERM !== 'dumb'
  const output = plainOutput(streams.output, env)
  const check = ({ message, flag }: Question) => {
    if (!isOpen) throw new Problem(`"${message}" has nobody to answer it here: give ${flag}`)
  }
  return {
    isOpen,
    text: async (question) => {
      check(question)
      const { message, initial = '', findFault } = question
      const validate = (answer: string | undefined) => findFault?.(answer?.trim() || initial)
      const ask = { message, placeholder: initial, defaultValue: initial, validate, output }
      return answered(await text(ask)).trim() || initial
    },
    select: async (question) => {
      check(question)
      const { message, initial, choices } = question
      const options = choices.map(({ value, label, hint }) => ({
        value: String(value),
        label,
        ...(hint !== undefined && { hint }),
      }))
      const start = initial === undefined ? {} : { initialValue: String(initial) }
      const chosen = answered(await select<string>({ message, options, output, ...start }))
      return choices.find(({ value }) => value === chosen)?.value ?? neverChosen(chosen)
    },
    key: async (question) => {
      check(question)
      const { message, choices } = question
      const options = choices.map(({ key, label }) => ({ value: key, label }))
      const pressed = answered(await selectKey<string>({ message, options, output }))
      // Enter alone gives nothing.
      const chosen = choices.find(({ key }) => key === pressed) ?? choices[0]
      return chosen?.value ?? neverChosen(pressed)
    },
    confirm: async (question) => {
      check(question)
      return answered(
        await confirm({ message: question.message, initialValue: question.initial ?? true, output }),
      )
    },
    password: async (question) => {
      check(question)
      const { message, findFault } = question
      const validate = (answer: string | undefined) => findFault?.((answer ?? '').trim())
      return answered(await password({ message, validate, output })).trim()
    },
  }
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Interrupted('Stopped: nothing was written.')
  return answer as Exclude<T, symbol>
}

function neverChosen(value: string): never {
  throw new Error(`the answer "${value}" was not among the choices`)
}
