import { Problem } from '../model/problem.ts'
import { gitProblem } from './git-problem.ts'
import { type ProgramAnswer, runProgram } from './run-program.ts'

/** Runs git, without a shell; never throws for what git itself says. */
export type Git = (args: readonly string[], extra?: GitExtra) => Promise<ProgramAnswer>

export type GitExtra = {
  readonly input?: string
  /** Of what git says; see ProgramInput. */
  readonly encoding?: 'utf8' | 'latin1'
  readonly env?: Readonly<Record<string, string>>
}

/** Git in a folder, in English and without questions where nobody could answer them. */
export function createGit(root: string, mayAsk: boolean): Git {
  const quiet = mayAsk ? {} : { GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' }
  return async (args, { input, encoding, env = {} } = {}) => {
    const all = { ...quiet, ...process.env, LC_ALL: 'C', ...env }
    const answer = await runProgram({ command: 'git', args, cwd: root, input, encoding, env: all })
    if (answer) return answer
    throw new Problem(
      'git is not installed here: install it (https://git-scm.com/), or publish to a folder with npm run publish -- folder PATH',
    )
  }
}

/** What git says, as it says it. Throws a Problem where it refuses. */
export async function requireGit(git: Git, args: readonly string[], extra?: GitExtra): Promise<string> {
  const { code, out, err } = await git(args, extra)
  if (code !== 0) throw gitProblem(err, 'git')
  return out
}
