import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Progress } from '../../scripts/terminal/progress.ts'

export const noProgress: Progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }

/** A project's folder with a built site of these files, inside a folder of the test's; the caller removes it. */
export function siteOf(files: Readonly<Record<string, string>>): { root: string; remove: () => void } {
  const scratch = mkdtempSync(join(tmpdir(), 'publish-test-'))
  const root = join(scratch, 'project')
  mkdirSync(root)
  setSite(root, files)
  return { root, remove: () => rmSync(scratch, { recursive: true, force: true }) }
}

/** Makes the built site anew. */
export function setSite(root: string, files: Readonly<Record<string, string>>): void {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) put(join(root, 'dist', path), text)
}

export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Name → text of every file below a folder; the list of what was published and git's own files aside. */
export function textsIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith('.archive-files.') && !name.startsWith('.git/'))
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
