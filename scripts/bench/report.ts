import { cpus } from 'node:os'
import type { Row } from './measure/compare.ts'
import { findHugoVersion } from './rivals/hugo.ts'
import { eleventyVersion } from './rivals/plain-eleventy.ts'

/** What has to be known to read the table, a sentence each. */
export function notesOn(rows: readonly Row[]): string[] {
  const hugo = findHugoVersion()
  return [
    `Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); medians of the runs, the programs of a pair by turns.`,
    'Warm: every file was read before, so it is in the memory of the system, and TypeScript was compiled in an earlier run, where the row does not say otherwise.',
    'Processor time and peak memory: of Node what it counts itself (process.resourceUsage), of Hugo what GNU time says.',
    'this project: node --import ./scripts/programs/typescript.js scripts/build.ts (or fetch.ts); Node before 22.18 takes tsx for it.',
    `plain Eleventy: ${eleventyVersion()}, node @11ty/eleventy/cmd.cjs --quiet; markdown and Nunjucks, no plugins.`,
    hugo === undefined
      ? 'Hugo: not installed here, so it was left out.'
      : `Hugo: ${hugo}, hugo --quiet; markdown, its own layouts. It has no builds of what changed: it makes all.`,
    'plain Node: scripts/bench/rivals/plain-node/build.mjs, which reads the same content and writes the same kinds of pages, with no generator and no check: the floor.',
    'All make a page of each session, the hour as it was said, each person, and the lists of sessions, people, questions and links; none has search or text files but where the row says so.',
    ...(rows.some(({ size }) => size.startsWith('docnow'))
      ? []
      : ['docnow: the recorded chat is not beside the project, so it was left out.']),
  ]
}
