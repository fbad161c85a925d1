import { loadEnv } from './content/env-file.ts'
import { Problem } from './model/problem.ts'
import { pack } from './packing/pack.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'pack',
    about:
      'Packs the archive, or a year of it, into a zip to take along: unpacked it opens from any disk, without a server. The same content gives the same bytes.',
    argument: { name: 'year', about: 'such as 2010; without one, all of them' },
    options: { out: { about: 'name of the zip; called after the chat without this', value: 'path' } },
    examples: ['npm run pack', 'npm run pack -- 2010', 'npm run pack -- 2010 --out "/media/stick/chat.zip"'],
  },
  async ({ options, args }) => {
    const root = process.cwd()
    const [year, second] = args
    if (second !== undefined) throw new Problem(`${second}: one year at a time; without one, all are packed`)
    loadEnv(root)
    const { out } = options
    for (const line of await pack({ root, year, out, env: process.env, complain: console.error }))
      console.log(line)
  },
)
