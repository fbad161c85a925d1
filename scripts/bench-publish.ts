import { noStand } from '../test/publishing/sftp/stand.ts'
import { benchCache } from './bench/cases/places.ts'
import { provideArchive } from './bench/generate/archive.ts'
import { measureAdded, type Published } from './bench/publish/measure-added.ts'
import { readNumber } from './bench/read-numbers.ts'
import { Problem } from './model/problem.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'bench:publish',
    about:
      'Counts the files and bytes that publishing takes when one session comes to an archive: into a folder, by SFTP and by rsync to servers on loopback, with and without the search. Takes minutes.',
    options: {
      sessions: { about: 'sessions before the one that is added; 500 without this', value: 'number' },
      seed: { about: 'another number is another archive', value: 'number' },
    },
  },
  async ({ options, progress, signal }) => {
    const reason = noStand()
    if (reason !== undefined) throw new Problem(`npm run bench:publish: ${reason}`)
    const sessions = readNumber('--sessions', options.sessions ?? '500') + 1
    const seed = readNumber('--seed', options.seed ?? '1')
    const archive = provideArchive({ cache: `${benchCache}-publish`, sessions, seed, progress })
    for (const search of [false, true]) {
      for (const row of await measureAdded({ archive, search, progress, signal })) console.log(say(row))
    }
  },
)

function say({ way, search, first, added, firstSent, addedSent }: Published): string {
  const line = (sent: number | undefined) =>
    sent === undefined ? '' : `; ${(sent / 1000).toFixed(1)} kB up the line`
  return [
    `${way}, ${search ? 'with' : 'without'} search`,
    `  at first:    ${first}${line(firstSent)}`,
    `  one session: ${added}${line(addedSent)}`,
  ].join('\n')
}
