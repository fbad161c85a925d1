import { inTurn } from './cache/in-turn.ts'
import { requireSound } from './checking/require-sound.ts'
import { loadEnv } from './content/env-file.ts'
import { readSite } from './content/site-settings.ts'
import { Problem } from './model/problem.ts'
import { findPlace } from './model/publish-to.ts'
import type { PublishTo } from './model/site.ts'
import { publishTo } from './publishing/publish-to.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'publish',
    about:
      'Checks dist/ and puts it where readers find it: into a folder or on a server (only what changed), or on the gh-pages branch of the repository. Without a place, as publish: in content/site.yaml says.',
    argument: { name: 'where', about: 'folder and a path, sftp and user@host:path, or pages' },
    options: {
      dryRun: { about: 'say what would be written, and write nothing' },
      force: { permits: true, about: 'into a folder that holds files of others too, and over them' },
      rsync: { about: 'send by SFTP alone, also where both sides have rsync', negated: true },
      remote: { about: 'which remote of git, for pages; origin without this', value: 'name' },
      branch: { about: 'which branch, for pages; gh-pages without this', value: 'name' },
    },
    examples: [
      'npm run publish -- folder ../public',
      'npm run publish -- folder "/media/stick/Chat archive" --dry-run',
      'npm run publish -- sftp you@example.org:public_html/archive',
      'npm run publish -- pages',
    ],
  },
  async ({ options, args, progress, signal }) => {
    const root = process.cwd()
    loadEnv(root)
    const to = args.length === 0 ? readSite(root).publish : parsePlace(args)
    if (!to)
      throw new Problem(
        'npm run publish: say where: npm run publish -- folder PATH, -- sftp user@host:path, or -- pages',
      )
    const surroundings = { env: process.env, prompts: createPrompts(), progress, signal }
    // Nobody builds between: what is sent is what was checked.
    await inTurn({ root, progress }, async () => {
      console.log(await requireSound({ root, env: process.env, complain: console.error }))
      for (const line of await publishTo({ ...options, root, to, ...surroundings })) console.log(line)
    })
  },
)

/** A path with spaces needs quotation marks: without them it arrives in parts. */
function parsePlace(words: readonly string[]): PublishTo {
  const place = findPlace(words)
  if (place) return place
  const [kind = '', ...rest] = words
  const command = 'npm run publish'
  if ((kind === 'folder' || kind === 'sftp') && rest.length > 1) {
    throw new Problem(`${command}: put the path into quotation marks: -- ${kind} "${rest.join(' ')}"`)
  }
  if (kind === 'folder') throw new Problem(`${command}: say which folder: -- folder PATH`)
  if (/^sftp/.test(kind)) {
    throw new Problem(
      `${command}: say which folder on which server: -- sftp user@host:path, or -- sftp://user@host:port/path`,
    )
  }
  throw new Problem(
    `${command}: "${words.join(' ')}" is no place: folder PATH, sftp user@host:path, or pages`,
  )
}
