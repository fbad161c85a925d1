import { cpus } from 'node:os'
import type { Row } from './measure/compare.ts'
import { findHugoVersion } from './rivals/hugo.ts'
import { eleventyVersion } from './rivals/plain-eleventy.ts'

/** What has to be known to read the table, a sentence each. */
export function notesOn(rows: readonly Row[]): string[] {
  const hugo = findHugoVersion()
  return [
    `Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); medians of the runs, the programs of a pair by turns.`,
    'Warm, where the row does not say otherwise: every file was read before, so it is in the memory of the system, and TypeScript was compiled in an earlier run.',
    'Processor time and peak memory: of Node what it counts of itself (process.resourceUsage), without programs that it starts (git for the ids of files, Pagefind for search); of Hugo what GNU time says.',
    'this project: what npm run build starts (and npm run fetch), node --max-semi-space-size=16 --import ./scripts/programs/typescript.js scripts/build.ts; Node before 22.18 takes tsx for it. The archives stand in no git repository, so files are known by size and time.',
    `plain Eleventy: ${eleventyVersion()}, node @11ty/eleventy/cmd.cjs --quiet; markdown and Nunjucks, no plugins; as it is usually started, with no compiled code kept.`,
    'Eleventy, one page: the same over a project of one page of markdown. Not the same work as a build that finds nothing to do: it says what starting Eleventy costs.',
    hugo === undefined
      ? 'Hugo: not installed here, so it was left out.'
      : `Hugo: ${hugo}, hugo --quiet; markdown, its own layouts. It has no builds of what changed: it makes all.`,
    'plain Node: scripts/bench/rivals/plain-node/build.mjs, which reads the files of the posts and writes bare pages of the same kinds, with no generator, no check, no navigation and no style: the floor.',
    'All make a page of each session, the hour as it was said, each person, and the lists of sessions, people, questions and links; none has search or text files but where the row says so.',
    ...(rows.some(({ size }) => size.startsWith('docnow'))
      ? []
      : ['docnow: the recorded chat is not beside the project, so it was left out.']),
  ]
}
