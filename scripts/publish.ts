import { requireSound } from './checking/require-sound.ts'
import { loadEnv } from './content/env-file.ts'
import { readSite } from './content/site-settings.ts'
import { Problem } from './model/problem.ts'
import type { PublishTo } from './model/site.ts'
import { publishTo } from './publishing/publish-to.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'publish',
    about:
      'Checks dist/ and puts it where readers find it: into a folder (only what changed), or on the gh-pages branch of the repository. Without a place, as publish: in content/site.yaml says.',
    argument: { name: 'where', about: 'folder and a path, or pages' },
    options: {
      dryRun: { about: 'say what would be written, and write nothing' },
      force: { permits: true, about: 'into a folder that holds files of others too, and over them' },
      remote: { about: 'which remote of git, for pages; origin without this', value: 'name' },
      branch: { about: 'which branch, for pages; gh-pages without this', value: 'name' },
    },
    examples: [
      'npm run publish -- folder ../public',
      'npm run publish -- folder "/media/stick/Chat archive" --dry-run',
      'npm run publish -- pages',
    ],
  },
  async ({ options, args, progress, signal }) => {
    const root = process.cwd()
    loadEnv(root)
    const to = args.length === 0 ? readSite(root).publish : parsePlace(args)
    if (!to) throw new Problem('npm run publish: say where: npm run publish -- folder PATH, or -- pages')
    console.log(requireSound({ root, env: process.env, complain: console.error }))
    const mayAsk = process.stdin.isTTY === true
    for (const line of await publishTo({ ...options, root, to, mayAsk, progress, signal })) console.log(line)
  },
)

/** A path with spaces needs quotation marks: without them it arrives in parts. */
function parsePlace([kind, ...rest]: readonly string[]): PublishTo {
  if (kind === 'pages' && rest.length === 0) return { kind }
  if (kind === 'folder' && rest.length === 1 && rest[0]) return { kind, path: rest[0] }
  if (kind === 'folder' && rest.length > 1) {
    throw new Problem(`npm run publish: put the path into quotation marks: -- folder "${rest.join(' ')}"`)
  }
  if (kind === 'folder') throw new Problem('npm run publish: say which folder: -- folder PATH')
  throw new Problem(`npm run publish: "${[kind, ...rest].join(' ')}" is no place: folder PATH, or pages`)
}
