import { Problem } from '../model/problem.ts'
import type { Prompts } from '../terminal/prompts.ts'

export type TokenAsking = {
  /** From the flag. */
  readonly given: string | undefined
  /** From the environment or .env: used as it is. */
  readonly known: string | undefined
  readonly yes: boolean
  readonly prompts: Prompts
  /** Throws a Problem where the token does not work. */
  readonly tryToken: (token: string) => Promise<void>
  readonly tell: (line: string) => void
}

/** A token that works, or that the host wants to keep all the same; undefined for none. */
export async function askToken(asking: TokenAsking): Promise<string | undefined> {
  const { given, known, yes, prompts, tryToken, tell } = asking
  if (given !== undefined) {
    await tryToken(given)
    tell('X accepts the token.')
    return given
  }
  if (known !== undefined || yes || !prompts.isOpen) return undefined
  for (;;) {
    const token = await prompts.password({
      message: "The app's bearer token of X (paste it; it is not shown. Empty: later, or never)",
      flag: '--token',
    })
    if (token === '') return undefined
    const problem = await findProblem(tryToken, token)
    if (problem === undefined) {
      tell('X accepts the token.')
      return token
    }
    const next = await prompts.select({
      message: problem.message,
      flag: '--token',
      choices: [
        { value: 'again', label: 'Try another one' },
        { value: 'keep', label: 'Keep it all the same' },
        { value: 'none', label: 'Go on without one' },
      ],
    })
    if (next === 'keep') return token
    if (next === 'none') return undefined
  }
}

async function findProblem(tryToken: TokenAsking['tryToken'], token: string): Promise<Problem | undefined> {
  try {
    await tryToken(token)
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
