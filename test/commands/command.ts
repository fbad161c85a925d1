import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loader } from '../../scripts/programs/loader.ts'

const project = join(import.meta.dirname, '../..')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs a command of the project, as a process of its own, in a folder of the test's. */
export function runIn(root: string, command: string, ...args: string[]): Promise<Ended> {
  const { X_BEARER_TOKEN: _, ...env } = process.env
  const script = join(project, 'scripts', `${command}.ts`)
  const child = spawn(process.execPath, ['--import', loader, script, ...args], { cwd: root, env })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

/** A folder with these files, `content/lgovsm/chat.yaml` → text; the caller removes it. */
export function scratch(files: Readonly<Record<string, string>>): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'archive-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
