import { spawn } from 'node:child_process'
import { Problem } from '../model/problem.ts'

export type GitAnswer = { readonly code: number; readonly out: string; readonly err: string }

/** Runs git, without a shell; never throws for what git itself says. */
export type Git = (args: readonly string[], extra?: GitExtra) => Promise<GitAnswer>

export type GitExtra = {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Git in a folder, in English and without questions where nobody could answer them. */
export function createGit(root: string, mayAsk: boolean): Git {
  const quiet = mayAsk ? {} : { GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' }
  return (args, { input = '', env = {} } = {}) =>
    new Promise((resolve, reject) => {
      const all = { ...quiet, ...process.env, LC_ALL: 'C', ...env }
      const child = spawn('git', args, { cwd: root, env: all })
      let out = ''
      let err = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text
      })
      child.stdin.on('error', () => undefined)
      child.on('error', (error) => reject(isMissing(error) ? noGit() : error))
      child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
      child.stdin.end(input)
    })
}

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT'
}

function noGit(): Problem {
  return new Problem(
    'git is not installed here: install it (https://git-scm.com/), or publish to a folder with npm run publish -- folder PATH',
  )
}
