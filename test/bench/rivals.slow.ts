import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { countPages } from '../../scripts/bench/cases/build-cases.ts'
import { provideArchive } from '../../scripts/bench/generate/archive.ts'
import type { Command } from '../../scripts/bench/measure/command.ts'
import { runMeasured } from '../../scripts/bench/measure/run-measured.ts'
import { findHugoVersion, hugo, hugoCommand } from '../../scripts/bench/rivals/hugo.ts'
import { eleventyCommand, plainEleventy } from '../../scripts/bench/rivals/plain-eleventy.ts'
import { plainNodeCommand } from '../../scripts/bench/rivals/plain-node.ts'
import { provideRival, type Rival } from '../../scripts/bench/rivals/rival-project.ts'
import { createProgress } from '../../scripts/terminal/progress.ts'

const cache = mkdtempSync(join(tmpdir(), 'rivals-'))
afterAll(() => rmSync(cache, { recursive: true }))
const progress = createProgress(new PassThrough(), {})
const archive = provideArchive({ cache, seed: 1, sessions: 2, progress })
const never = new AbortController().signal

/** Two sessions and their hours, 88 people, the lists of sessions, people, questions and links. */
const pages = { sessions: 2, hours: 2, people: 88, lists: 4 }
const count = pages.sessions + pages.hours + pages.people + pages.lists

const project = (rival: Rival) => provideRival(rival, cache, { archive, progress })
const run = (command: Command) => runMeasured(command, never)

test('plain Eleventy makes a page of each session, hour, person and list', async () => {
  const folder = project(plainEleventy)
  await run(eleventyCommand(folder))
  expect(countPages(join(folder, '_site'))).toBe(count)
  expect(anchors(join(folder, '_site/sessions/2010-12-03/index.html'))).toBe(300)
})

test.skipIf(!findHugoVersion())('so does Hugo (skipped where it or GNU time is not installed)', async () => {
  const folder = project(hugo)
  const { peakMiB } = await run(hugoCommand(folder))
  expect(countPages(join(folder, 'public'))).toBe(count)
  expect(anchors(join(folder, 'public/sessions/2010-12-03/index.html'))).toBe(300)
  expect(peakMiB).toBeGreaterThan(20)
})

test('and plain Node, with every post', async () => {
  const output = join(cache, 'plain-node')
  await run(plainNodeCommand(archive, output))
  // It has a page for the whole archive and one for the chat.
  expect(countPages(output)).toBe(count + 1)
  expect(readFileSync(join(output, 'bench/2010-12-03/index.html'), 'utf8').match(/<li id=/g)).toHaveLength(
    300,
  )
})

function anchors(file: string): number {
  return readFileSync(file, 'utf8').match(/<a id="/g)?.length ?? 0
}
