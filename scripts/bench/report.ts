import { cpus } from 'node:os'
import type { Row } from './measure/compare.ts'
import { installedEleventy } from './plain-eleventy.ts'

/** What has to be known to read the table, a sentence each. */
export function notesOn(rows: readonly Row[]): string[] {
  const { version } = installedEleventy()
  const notes = [
    `Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores; medians of the runs, the programs of a pair by turns.`,
    'Processor time and peak memory are what Node itself counts of the process (process.resourceUsage), the same for all.',
    'this project: node --import tsx scripts/build.ts (or fetch.ts), TypeScript compiled in an earlier run where the row does not say otherwise.',
    `plain Eleventy: ${version}, node @11ty/eleventy/cmd.cjs --quiet; markdown and Nunjucks, no plugins.`,
    'Full build: into an empty folder; content read before, so in the memory of the system. This project makes more of a session than plain Eleventy does: the hour as it was said and a text file, besides lists of questions and links. Search is off but where the row says so.',
  ]
  return rows.some(({ size }) => size.startsWith('docnow'))
    ? notes
    : [...notes, 'docnow: the recorded chat is not beside the project, so it was left out.']
}
