import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StandIn, type StandInOptions, startStandIn } from '../../scripts/demo/stand-in.ts'
import { loader } from '../../scripts/programs/loader.ts'

const project = join(import.meta.dirname, '../..')
const hook = join(import.meta.dirname, 'kill-hook.mjs')

/** An hour after the end of the session of 2010-12-17. */
export const now = '2010-12-17T16:00:00Z'

/** A folder with a chat of its own, which is read once, an hour after its end. */
export function ownChat(site = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'fetch-'))
  mkdirSync(join(root, 'content/lgovsm'), { recursive: true })
  writeFileSync(join(root, 'content/site.yaml'), site)
  writeFileSync(
    join(root, 'content/lgovsm/chat.yaml'),
    'hashtags: "#lgovsm"\nhosts: sam\nfirst: 2010-12-17\nwindow: { after: 60 }\n',
  )
  return root
}

/** So many posts in the hour, by some forty people, three of them questions. */
export function startChat(posts: number, options: StandInOptions = {}): Promise<StandIn> {
  const at = (n: number) => new Date(Date.parse('2010-12-17T13:00:05Z') + n * Math.floor(3_500_000 / posts))
  const list = Array.from({ length: posts }, (_, n) => ({
    at: `${at(n).toISOString().slice(0, 19)}Z`,
    by: n % Math.ceil(posts / 3) === 0 ? 'sam' : `p${n % 41}`,
    text:
      n % Math.ceil(posts / 3) === 0
        ? `Q${1 + Math.floor((3 * n) / posts)} What next? #lgovsm`
        : `Answer ${n} #lgovsm`,
  }))
  return startStandIn({ posts: list, now, ...options })
}

export type Ended = {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

/** Runs a command in a process of its own, by the stand-in's clock. */
export function runCommand(root: string, server: StandIn, options: RunOptions = {}): Promise<Ended> {
  const { command = 'fetch', args = [], env = {}, token = server.token } = options
  const { X_BEARER_TOKEN: _, ...inherited } = process.env
  const script = join(project, 'scripts', `${command}.ts`)
  const child = spawn(process.execPath, ['--import', hook, '--import', loader, script, ...args], {
    cwd: root,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: {
      ...inherited,
      ...(token === '' ? {} : { X_BEARER_TOKEN: token }),
      X_API_URL: server.url,
      CLOCK_SHIFT: String(Date.parse(now) - Date.now()),
      ...env,
    },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })))
}

export type RunOptions = {
  readonly command?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** '' for none. */
  readonly token?: string
  readonly uid?: number
}

/** Path → text of every file below a folder. */
export function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}
