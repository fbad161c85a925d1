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

function mebi(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
