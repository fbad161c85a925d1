import { loadEnv } from './content/env-file.ts'
import { keyName } from './content/removed-list.ts'
import { inOneRun } from './fetching/one-run.ts'
import { Problem } from './model/problem.ts'
import { remove } from './removing/remove.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'remove',
    about:
      'Removes a post, or a person everywhere, on request: text, name, pictures and quoted copies. The place in the transcript stays. Both are kept out of every later fetch.',
    argument: {
      name: 'what',
      about:
        'a post by its number or address, on X or on the site; a person as @handle, user:12 or an e-mail address',
    },
    options: { dryRun: { about: 'say what would be removed, and write nothing' } },
    examples: [
      'npm run remove -- 15875672463958016',
      'npm run remove -- https://example.org/lgovsm/2010-12-17/#130211',
      'npm run remove -- @sample --dry-run',
    ],
  },
  async ({ options, args, progress }) => {
    const root = process.cwd()
    if (args.length === 0) {
      throw new Problem('npm run remove: say what: npm run remove -- @handle, or the number of a post')
    }
    await inOneRun({ root, progress, tell: console.log }, async () => {
      for (const target of args) {
        loadEnv(root)
        const secret = process.env[keyName] || undefined
        for (const line of remove({ root, target, secret, dryRun: options.dryRun })) console.log(line)
      }
    })
  },
)
