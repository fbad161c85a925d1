import { writeFileSync } from 'node:fs'
import { readNumber } from './bench/read-numbers.ts'
import { runScale, type ScaleStep } from './bench/scale/run-scale.ts'
import { scalePlot } from './bench/scale/scale-plot.ts'
import { scaleNotes, scaleTable } from './bench/scale/scale-table.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'bench:scale',
    about:
      'Grows an archive of many chats, twice as many each time, and measures what it costs to build and to keep, until the time is up. Takes half an hour and some gigabytes of disk.',
    options: {
      sessions: { about: 'sessions of each chat; 200 without this', value: 'number' },
      minutes: { about: 'how long it may take; 30 without this', value: 'number' },
      seed: { about: 'another number is another archive', value: 'number' },
      plot: { about: 'draw the curve into this file', value: 'file.svg' },
    },
    examples: ['npm run bench:scale', 'npm run bench:scale -- --minutes 5 --plot scale.svg'],
  },
  async ({ options, progress, signal }) => {
    const steps: ScaleStep[] = []
    const measured = runScale({
      sessions: readNumber('--sessions', options.sessions ?? '200'),
      minutes: readNumber('--minutes', options.minutes ?? '30'),
      seed: readNumber('--seed', options.seed ?? '1'),
      progress,
      signal,
    })
    try {
      for await (const step of measured) steps.push(step)
    } finally {
      // What was measured is worth seeing, even where the rest was stopped.
      if (steps.length > 0) console.log(`\n${scaleTable(steps)}\n\n${scaleNotes().join('\n')}`)
      if (steps.length > 1 && options.plot !== undefined) writeFileSync(options.plot, scalePlot(steps))
    }
  },
)
