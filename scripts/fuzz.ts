import { fuzz } from '../test/safety/fuzz.ts'
import { readNumber } from './bench/read-numbers.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'fuzz',
    about:
      'Sends hostile posts through the record into pages, and compares those with the pages of harmless ones. Takes minutes.',
    options: {
      posts: { about: 'how many; 100000 where it is left out', value: 'number' },
      seed: { about: 'another number is other posts', value: 'number' },
    },
    examples: ['npm run fuzz', 'npm run fuzz -- --posts 5000 --seed 7'],
  },
  ({ options, progress }) => {
    const wanted = readNumber('--posts', options.posts ?? '100000')
    const seed = readNumber('--seed', options.seed ?? '1')
    const started = performance.now()
    progress.start(`Hostile posts, seed ${seed}`, wanted)
    const { posts, failure } = fuzz(wanted, seed, (by) => progress.advance(by))
    progress.close()
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(
      `${posts} hostile posts, seed ${seed}: ${failure ? '1 failure' : '0 failures'}, ${seconds} seconds`,
    )
    if (failure) throw new Error(failure)
  },
)
