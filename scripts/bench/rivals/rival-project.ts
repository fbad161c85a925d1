import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openArchive } from '../../content/archive.ts'
import { peopleIn } from '../../model/people.ts'
import { type SessionSummary, summarize } from '../../model/summary.ts'
import type { Progress } from '../../terminal/progress.ts'
import { provide } from '../generate/archive.ts'
import { plainHour, plainSession } from './plain-session.ts'

/** Another generator's project, as people usually write one. */
export type Rival = {
  /** Folder of its templates and settings beside this file, and the beginning of its project's name. */
  readonly name: string
  /** Where it looks for its pages and its data, within the project. */
  readonly pages: string
  readonly data: string
  /** Whether a person's page is a file of its own. */
  readonly personFiles: boolean
}

/**
 * The rival's project over an archive's posts: a markdown file for a session and for its hour, a page for each
 * person, and the lists of sessions, people, questions and links. Made once for a generated archive.
 */
export function provideRival(rival: Rival, cache: string, options: From): string {
  const { archive } = options
  const hash = createHash('sha256').update(JSON.stringify([basename(archive), rival]))
  const own = [import.meta.filename, join(import.meta.dirname, 'plain-session.ts')]
  for (const file of [...own, ...filesIn(templateOf(rival))]) hash.update(readFileSync(file))
  const name = `${rival.name}-${basename(archive).split('-').slice(0, -1).join('-')}`
  return provide(cache, { name, format: hash.digest('hex').slice(0, 8) }, (folder) =>
    writeRival(rival, folder, options),
  )
}

type From = { readonly archive: string; readonly progress: Progress }

export function writeRival(rival: Rival, folder: string, { archive, progress }: From): void {
  cpSync(templateOf(rival), folder, { recursive: true })
  const write = (path: string, data: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  for (const { chat, dates, read } of openArchive(archive).chats) {
    progress.start(`Writing the same posts for ${rival.name}`, dates.length)
    const summaries = dates.map((date): SessionSummary => {
      const session = read(date)
      const summary = summarize(chat, session)
      write(`${rival.pages}/sessions/${date}.md`, plainSession({ chat, session, summary }))
      write(`${rival.pages}/hour/${date}.md`, plainHour({ chat, session, summary }))
      progress.advance(1, 'sessions written')
      return summary
    })
    const people = plainPeople(summaries)
    write(`${rival.data}/questions.json`, JSON.stringify(summaries.toReversed().map(questionsOf), null, 1))
    write(`${rival.data}/links.json`, JSON.stringify(summaries.toReversed().map(linksOf), null, 1))
    if (!rival.personFiles) write(`${rival.data}/people.json`, JSON.stringify(people, null, 1))
    for (const person of rival.personFiles ? people : []) {
      write(
        `${rival.pages}/people/${person.slug}.md`,
        `${JSON.stringify({ ...person, title: person.name })}\n`,
      )
    }
    progress.close()
  }
}

function plainPeople(summaries: readonly SessionSummary[]) {
  return peopleIn(summaries).map(({ slug, handle, name, sessions }) => ({
    slug,
    handle: handle ?? '',
    name,
    sessions: sessions.map(({ session, part: { first, posts } }) => ({ ...pageOf(session), first, posts })),
  }))
}

function questionsOf(session: SessionSummary) {
  return { ...pageOf(session), questions: session.questions }
}

function linksOf(session: SessionSummary) {
  return { ...pageOf(session), links: session.links }
}

function pageOf({ date, title }: SessionSummary) {
  return { url: `/sessions/${date}/`, title: title || date }
}

function templateOf({ name }: Rival): string {
  return join(import.meta.dirname, name)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort()
}
