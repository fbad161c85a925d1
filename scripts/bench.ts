import { writeFileSync } from 'node:fs'
import type { Row } from './bench/measure/compare.ts'
import { markdownTable, plainTable } from './bench/measure/table.ts'
import { readNumber, readNumbers } from './bench/read-numbers.ts'
import { notesOn } from './bench/report.ts'
import { runBench } from './bench/run-bench.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'bench',
    about:
      'Measures fetching and building, beside plain Eleventy, Hugo and plain Node over the same posts. Takes minutes.',
    options: {
      sizes: { about: 'sessions of the generated archives, such as 50,500,2000', value: 'numbers' },
      runs: { about: 'how often each is run; the median counts', value: 'number' },
      seed: { about: 'another number is another archive', value: 'number' },
      markdown: { about: 'write the table to a file too, as markdown', value: 'file' },
    },
    examples: ['npm run bench', 'npm run bench -- --sizes 50,500,2000 --runs 3 --markdown table.md'],
  },
  async ({ options, progress, signal }) => {
    const rows: Row[] = []
    const measured = runBench({
      sizes: readNumbers('--sizes', options.sizes ?? '50,500'),
      runs: options.runs === undefined ? undefined : readNumber('--runs', options.runs),
      seed: readNumber('--seed', options.seed ?? '1'),
      progress,
      signal,
    })
    try {
      for await (const more of measured) rows.push(...more)
    } finally {
      // What was measured is worth seeing, even where the rest was stopped.
      if (rows.length > 0) report(rows, options.markdown)
    }
  },
)

function report(rows: readonly Row[], markdown: string | undefined): void {
  const notes = notesOn(rows)
  console.log(`\n${plainTable(rows)}\n\n${notes.join('\n')}`)
  if (markdown === undefined) return
  writeFileSync(markdown, `${markdownTable(rows)}\n\n${notes.map((note) => `- ${note}\n`).join('')}`)
}
