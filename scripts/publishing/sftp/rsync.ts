import pRetry from 'p-retry'
import { Problem } from '../../model/problem.ts'
import type { SftpAddress } from '../../model/site.ts'
import { runProgram } from '../../programs/run-program.ts'
import { oneLine } from '../../terminal/safe-text.ts'
import type { PutMany } from '../place.ts'
import { onTheWayName } from '../published-list.ts'
import { keyFiles, type LoginInput, userName } from './logins.ts'
import { dropProblem, toSftpProblem } from './sftp-problem.ts'

export type RsyncInput = LoginInput & {
  readonly address: SftpAddress
  readonly name: string
  /** Of the site, absolute. */
  readonly folder: string
  readonly signal?: AbortSignal | undefined
  readonly pauseMillis?: number | undefined
}

/**
 * Sends many files by rsync over ssh, where both sides have it and the login leads to the same folder as SFTP does: the
 * note of what is on its way must already stand there. Undefined where that is not so.
 */
export async function findRsync(input: RsyncInput): Promise<PutMany | undefined> {
  const { address, env } = input
  // A password could only be typed.
  if (env.PUBLISH_PASSWORD) return undefined
  const here = await runProgram({ command: 'rsync', args: ['--version'], env })
  if (here?.code !== 0) return undefined
  const note = quoteForShell(`${address.path}/${onTheWayName}`)
  const login = `${userName(address.user)}@${address.host}`
  const there = await runProgram({
    command: 'ssh',
    args: [...sshOptions(input), login, `test -f ${note} && rsync --version`],
    env,
    signal: input.signal,
  })
  if (there?.code !== 0 || !/^rsync +version/m.test(there.out)) return undefined
  return (files, onFile) => rsync(input, files, onFile)
}

/** Lost connections; see EXIT VALUES in rsync(1). */
const drops = new Set([10, 12, 30, 35, 255])

/** Compared by content and packed; each file is written beside the old one and renamed, as rsync does of itself. */
async function rsync(input: RsyncInput, files: readonly string[], onFile: () => void): Promise<void> {
  const { address, folder, env, name, signal, pauseMillis = 1000 } = input
  const host = address.host.includes(':') ? `[${address.host}]` : address.host
  const args = [
    ...['--protect-args', '--checksum', '--compress', '--chmod=D755,F644', '--timeout=60', '--out-format=%n'],
    ...['--files-from=-', '--from0', '--rsh', ['ssh', ...sshOptions(input)].map(quoteForRsync).join(' ')],
    `${folder}/`,
    `${userName(address.user)}@${host}:${address.path}/`,
  ]
  const onLine = (line: string) => {
    if (line !== '' && !line.endsWith('/')) onFile()
  }
  const attempt = async () => {
    const answer = await runProgram({
      command: 'rsync',
      args,
      env,
      input: files.join('\0'),
      signal,
      onLine,
    })
    if (answer?.code === 0) return
    if (drops.has(answer?.code ?? 0) && !sentenceCode(answer?.err ?? '')) throw dropProblem(name)
    throw rsyncProblem(answer?.err ?? '', name)
  }
  await pRetry(attempt, {
    retries: 4,
    minTimeout: pauseMillis,
    ...(signal && { signal }),
    shouldRetry: ({ error }) => error.message === dropProblem(name).message,
  })
}

function rsyncProblem(said: string, name: string): unknown {
  const code = sentenceCode(said)
  if (code !== undefined) return toSftpProblem(Object.assign(new Error(said), { code }), name)
  const last = oneLine(said.split('\n').find((line) => /rsync|ssh/.test(line)) ?? said).slice(0, 200)
  return new Problem(`${name}: rsync said "${last}": put that right, or leave rsync out with --no-rsync`)
}

/** As the SFTP draft numbers it. */
function sentenceCode(said: string): number | undefined {
  const codes: readonly (readonly [RegExp, number])[] = [
    [/No space left/, 14],
    [/quota exceeded/i, 15],
    [/Read-only file system/, 12],
    [/Permission denied \(13\)|Operation not permitted/, 3],
  ]
  return codes.find(([pattern]) => pattern.test(said))?.[1]
}

/** The same server, key and name as the SFTP login: nothing of ~/.ssh/config, and no question. */
function sshOptions(input: RsyncInput): string[] {
  const { address, home } = input
  return [
    ...['-F', 'none', '-p', String(address.port), '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=yes'],
    ...['-o', `UserKnownHostsFile="${home}/.ssh/known_hosts"`, '-o', 'ServerAliveInterval=15'],
    ...keyFiles(input).flatMap((file) => ['-i', file]),
  ]
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** rsync takes its --rsh apart at spaces, and a quotation mark twice stands for itself. */
function quoteForRsync(text: string): string {
  return /^[\w./=:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`
}
