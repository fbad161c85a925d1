import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { openArchive } from '../content/archive.ts'
import { peopleIn } from '../model/people.ts'
import { type SessionSummary, summarize } from '../model/summary.ts'
import type { Progress } from '../terminal/progress.ts'
import { provide } from './generate/archive.ts'
import { plainSession } from './plain-session.ts'

const template = join(import.meta.dirname, 'plain-eleventy')

/** The program and its version, as installed here. */
export function installedEleventy(): { readonly version: string; readonly program: string } {
  const program = join(createRequire(import.meta.url).resolve('@11ty/eleventy'), '../../cmd.cjs')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(program, '../package.json'), 'utf8')))
  return { version, program }
}

/**
 * An Eleventy project as people usually write it, over an archive's posts: a markdown file a session, Nunjucks
 * layouts, a page for each session and person and their lists. Made once for a generated archive.
 */
export function providePlainEleventy(cache: string, archive: string, progress: Progress): string {
  const hash = createHash('sha256').update(basename(archive))
  for (const file of [
    import.meta.filename,
    join(import.meta.dirname, 'plain-session.ts'),
    ...filesIn(template),
  ])
    hash.update(readFileSync(file))
  const name = `plain-${basename(archive).split('-').slice(0, -1).join('-')}`
  const format = hash.digest('hex').slice(0, 8)
  return provide(cache, { name, format }, (folder) => writePlainEleventy(archive, folder, progress))
}

export function writePlainEleventy(archive: string, folder: string, progress: Progress): void {
  cpSync(template, folder, { recursive: true })
  for (const { chat, dates, read } of openArchive(archive).chats) {
    progress.start('Writing the same posts as a plain Eleventy project', dates.length)
    const summaries = dates.map((date): SessionSummary => {
      const session = read(date)
      const summary = summarize(chat, session)
      writeFileSync(join(folder, `src/sessions/${date}.md`), plainSession(chat, session, summary))
      progress.advance(1, 'sessions written')
      return summary
    })
    mkdirSync(join(folder, 'src/_data'), { recursive: true })
    writeFileSync(join(folder, 'src/_data/people.json'), JSON.stringify(plainPeople(summaries), null, 1))
    progress.close()
  }
}

function plainPeople(summaries: readonly SessionSummary[]) {
  return peopleIn(summaries).map(({ slug, handle, name, sessions }) => ({
    slug,
    handle,
    name,
    sessions: sessions.map(({ session: { date, title }, part: { first, posts } }) => {
      return { url: `/sessions/${date}/`, title: title || date, first, posts }
    }),
  }))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort()
}
