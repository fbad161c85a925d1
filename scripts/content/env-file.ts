import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { Problem } from '../model/problem.ts'
import { toDiskProblem } from './disk-problem.ts'
import { readText } from './folder.ts'

const file = '.env'

/**
 * Adds what .env says to the environment. What is set there already, and not empty, comes first. Throws a Problem
 * where Node was told to print all that it sends, headers included.
 */
export function loadEnv(root: string): void {
  for (const [name, value] of Object.entries(readEnv(root))) process.env[name] ||= value
  const { NODE_DEBUG, X_BEARER_TOKEN } = process.env
  if (!NODE_DEBUG || !X_BEARER_TOKEN) return
  throw new Problem(
    'NODE_DEBUG would print X_BEARER_TOKEN for all to see: unset it and run the command again',
  )
}

/** What .env says; nothing where there is none. */
export function readEnv(root: string): Readonly<Record<string, string>> {
  const values = parseEnv((readText(root, file) ?? '').replace(/^\ufeff/, ''))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))
}

/** A warning where others on this computer can read .env; undefined where they cannot, and on Windows. */
export function findOpenEnv(root: string): string | undefined {
  if (process.platform === 'win32') return undefined
  const mode = statSync(path.join(root, file), { throwIfNoEntry: false })?.mode ?? 0
  if ((mode & 0o077) === 0) return undefined
  return `${file}: others on this computer can read your token: run chmod 600 ${file}`
}

/** Sets values in .env, readable by nobody else; its other lines stay as they are. */
export function writeEnv(root: string, values: Readonly<Record<string, string>>): void {
  const text = setEnvLines(readText(root, file) ?? '', values)
  const target = path.join(root, file)
  const staged = `${target}.tmp`
  try {
    // A file that lies there from a run that died would keep its old mode.
    rmSync(staged, { force: true })
    writeFileSync(staged, text, { mode: 0o600, flush: true })
    chmodSync(staged, 0o600)
    renameSync(staged, target)
  } catch (error) {
    rmSync(staged, { force: true })
    throw toDiskProblem(error, file)
  }
}

/** The text of an .env file with these values; where a name is set twice, the last line counts and is changed. */
export function setEnvLines(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
  for (const [name, value] of Object.entries(values)) {
    const at = lines.findLastIndex((line) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line))
    lines.splice(at < 0 ? lines.length : at, 1, `${name}=${quote(value)}`)
  }
  return `${lines.join('\n')}\n`
}

function quote(value: string): string {
  if (/^[\w.%+/=:-]+$/.test(value)) return value
  const mark = ["'", '"', '`'].find((candidate) => !value.includes(candidate))
  if (mark === undefined || /[\r\n]/.test(value))
    throw new RangeError('a value with every quotation mark, or of several lines')
  return mark + value + mark
}
