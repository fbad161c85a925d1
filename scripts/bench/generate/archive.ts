import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Change } from '../../content/transaction.ts'
import type { Progress } from '../../terminal/progress.ts'
import { toAnswerPages } from './answers.ts'
import { benchChat, benchChatYaml, benchSiteYaml } from './bench-chat.ts'
import { sessionFiles } from './session-files.ts'
import { generateSession } from './session-posts.ts'
import { createLanguage } from './words.ts'

export type ArchiveOptions = {
  /** Where generated archives are kept from run to run. */
  readonly cache: string
  readonly seed: number
  readonly sessions: number
  readonly progress: Progress
}

/** A folder with a content/ of so many sessions; made once, then kept. */
export function provideArchive({ cache, seed, sessions, progress }: ArchiveOptions): string {
  return provide(cache, { name: `archive-${sessions}-${seed}`, format: formatKey(seed) }, (folder) => {
    const language = createLanguage(seed)
    progress.start(`Generating ${sessions} sessions`, sessions)
    writeAll(folder, settings)
    for (let number = 0; number < sessions; number++) {
      writeAll(folder, sessionFiles(generateSession(seed, number, language)))
      progress.advance(1, 'sessions generated')
    }
    progress.close()
  })
}

/** A folder with a chat's settings and, in answers/, one session as X's search answers it. */
export function provideAnswers(cache: string, seed: number): string {
  return provide(cache, { name: `answers-${seed}`, format: formatKey(seed) }, (folder) => {
    const pages = toAnswerPages(generateSession(seed, 0, createLanguage(seed)))
    const files = pages.map((page, index) => {
      return { path: `answers/page-${index + 1}.json`, data: JSON.stringify(page) }
    })
    writeAll(folder, [...settings, ...files])
  })
}

const settings: readonly Change[] = [
  { path: 'content/site.yaml', data: benchSiteYaml({ search: false, textFiles: false }) },
  { path: `content/${benchChat}/chat.yaml`, data: benchChatYaml },
]

/** Made beside its place and moved there when it is whole; one of the same name but another format goes. */
export function provide(
  cache: string,
  { name, format }: { readonly name: string; readonly format: string },
  make: (folder: string) => void,
): string {
  const folder = join(cache, `${name}-${format}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  for (const other of readdirSync(cache)) {
    if (other.startsWith(`${name}-`)) rmSync(join(cache, other), { recursive: true })
  }
  const unfinished = `${folder}.unfinished`
  mkdirSync(unfinished)
  make(unfinished)
  renameSync(unfinished, folder)
  return folder
}

function writeAll(root: string, changes: readonly Change[]): void {
  for (const { path, data = '' } of changes) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), data)
  }
}

/** Tells archives apart: changes when what is generated does, or how it is written. */
function formatKey(seed: number): string {
  const first = generateSession(seed, 0, createLanguage(seed))
  const made = JSON.stringify([toAnswerPages(first), sessionFiles(first)])
  return createHash('sha256').update(made).digest('hex').slice(0, 8)
}
