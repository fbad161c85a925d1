import { requireSound } from './checking/require-sound.ts'
import { loadEnv } from './content/env-file.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'check',
    about:
      'Looks through dist/ before it is public: links, places, scripts, other hosts, secrets, weight, feeds, and what was hidden or removed. Says file and line of what is wrong.',
    options: {},
    examples: ['npm run check'],
  },
  async () => {
    const root = process.cwd()
    loadEnv(root)
    console.log(await requireSound({ root, env: process.env, complain: console.error }))
  },
)
