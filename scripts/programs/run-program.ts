import { spawn } from 'node:child_process'

export type ProgramAnswer = { readonly code: number; readonly out: string; readonly err: string }

export type ProgramInput = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string | undefined
  readonly input?: string | undefined
  /** Of what it says; with latin1 each letter is a byte. UTF-8 without this. */
  readonly encoding?: 'utf8' | 'latin1' | undefined
  /** The whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal | undefined
  /** Called for each whole line of what it says. */
  readonly onLine?: ((line: string) => void) | undefined
}

/** Runs a program without a shell; undefined where it is not installed. Never throws for what the program says. */
export function runProgram(options: ProgramInput): Promise<ProgramAnswer | undefined> {
  const { command, args, cwd, input = '', encoding = 'utf8', env, signal, onLine } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, signal })
    let out = ''
    let err = ''
    let rest = ''
    child.stdout.setEncoding(encoding).on('data', (text: string) => {
      out += text
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine?.(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      if (signal?.aborted) return reject(signal.reason)
      return isMissing(error) ? resolve(undefined) : reject(error)
    })
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
    child.stdin.end(input)
  })
}

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT'
}
