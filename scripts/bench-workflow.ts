import { benchCache } from './bench/cases/places.ts'
import { provideArchive } from './bench/generate/archive.ts'
import { readNumber } from './bench/read-numbers.ts'
import { timeWorkflow } from './bench/workflow-steps.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'bench:workflow',
    about:
      'Times the steps of the Friday workflow, run as plain commands in a clone: with nothing kept, with what the run before kept, and after an edit. Takes minutes.',
    options: {
      sessions: { about: 'sessions beside the sample; 500 without this', value: 'number' },
      seed: { about: 'another number is another archive', value: 'number' },
    },
  },
  ({ options, progress }) => {
    const sessions = readNumber('--sessions', options.sessions ?? '500')
    const seed = readNumber('--seed', options.seed ?? '1')
    const archive = provideArchive({ cache: `${benchCache}-workflow`, sessions, seed, progress })
    for (const { run, step, seconds } of timeWorkflow(archive)) {
      console.log(`${run.padEnd(28)} ${step.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`)
    }
  },
)
