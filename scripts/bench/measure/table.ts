import type { Row } from './compare.ts'

const head = [
  'task',
  'size',
  'by',
  'pages',
  'runs',
  'wall s',
  'CPU s',
  'peak MiB',
  'ours ÷ theirs: wall',
  'CPU',
  'memory',
]
const numbersFrom = 3

/** For a terminal: columns of equal width. */
export function plainTable(rows: readonly Row[]): string {
  const lines = [head, ...rows.map(cells)]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column < numbersFrom ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** For docs/. */
export function markdownTable(rows: readonly Row[]): string {
  const rule = head.map((_, column) => (column < numbersFrom ? '---' : '---:'))
  return [head, rule, ...rows.map(cells)].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function cells({ task, size, name, runs, usage, ratio, pages }: Row): string[] {
  return [
    task,
    size,
    name,
    pages === undefined ? '' : String(pages),
    String(runs),
    usage.wallSeconds.toFixed(usage.wallSeconds < 10 ? 2 : 1),
    usage.cpuSeconds.toFixed(usage.cpuSeconds < 10 ? 2 : 1),
    usage.peakMiB.toFixed(0),
    ...(ratio
      ? [ratio.wallSeconds, ratio.cpuSeconds, ratio.peakMiB].map((value) => value.toFixed(2))
      : ['', '', '']),
  ]
}
