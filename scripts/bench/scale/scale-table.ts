import { cpus } from 'node:os'
import type { ScaleStep } from './run-scale.ts'

const columns: readonly (readonly [string, (step: ScaleStep) => string])[] = [
  ['chats', ({ chats }) => String(chats)],
  ['sessions', ({ sessions }) => String(sessions)],
  ['posts', ({ posts }) => String(posts)],
  ['content MiB', ({ content }) => mebi(content.bytes)],
  ['content files', ({ content }) => String(content.files)],
  ['site MiB', ({ site }) => mebi(site.bytes)],
  ['site files', ({ site }) => String(site.files)],
  ['full build s', ({ full }) => full.wallSeconds.toFixed(1)],
  ['full peak MiB', ({ full }) => full.peakMiB.toFixed(0)],
  ['one more s', ({ added }) => added.wallSeconds.toFixed(2)],
  ['one more peak MiB', ({ added }) => added.peakMiB.toFixed(0)],
  ['git commit s', ({ git }) => git.commitSeconds.toFixed(1)],
  ['git ids s', ({ git }) => git.idsSeconds.toFixed(2)],
  ['.git MiB', ({ git }) => mebi(git.repositoryBytes)],
]

/** As markdown, which reads on a terminal too. */
export function scaleTable(steps: readonly ScaleStep[]): string {
  const lines = [
    columns.map(([name]) => name),
    columns.map(() => '---:'),
    ...steps.map((step) => columns.map(([, cell]) => cell(step))),
  ]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** What has to be known to read the table, a sentence each. */
export function scaleNotes(): string[] {
  return [
    `Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); each build run once, warm; memory is that of Node.`,
    'Search and text files are off. Content ids come from git.',
    'One more: the newest session of the first chat comes to a site that is built.',
    'git commit: of the sessions that are new in this step, half of all from the second on; git ids: git ls-files -s.',
  ]
}

function mebi(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
