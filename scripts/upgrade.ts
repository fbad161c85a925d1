import { inTurn } from './cache/in-turn.ts'
import { readSite } from './content/site-settings.ts'
import { finishWriting } from './content/transaction.ts'
import { Problem } from './model/problem.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'
import { installPackages, migrateByNewCode } from './upgrading/finish-upgrade.ts'
import { migrateContent } from './upgrading/migrate-content.ts'
import { runUpgrade } from './upgrading/run-upgrade.ts'

await runCommand(
  {
    name: 'upgrade',
    about:
      'Brings in the code of a newer release, as one commit. Your content/, .env and settings stay; what you changed in the code stays or is put together with the release, and is named.',
    options: {
      from: {
        about: 'the address or path of the project; without this upstream: in content/site.yaml',
        value: 'address',
      },
      to: { about: 'which release, such as v1.2.3; without this the newest', value: 'tag' },
      dryRun: { about: 'say what would be done, and write nothing' },
      keep: { permits: true, about: 'where you and the release changed the same lines, keep yours' },
      take: { permits: true, about: 'where you and the release changed the same lines, take the release' },
      install: { about: 'do not run npm ci afterwards', negated: true },
      content: { about: 'only bring transcripts of an older format up to date' },
    },
    examples: [
      'npm run upgrade -- --dry-run',
      'npm run upgrade -- --from https://example.org/project.git',
      'npm run upgrade -- --to v1.2.3',
    ],
  },
  async ({ options, progress }) => {
    const root = process.cwd()
    const { dryRun, keep, take, to } = options
    if (options.content) {
      await inTurn({ root, progress }, async () => {
        finishWriting(root)
        const lines = migrateContent({ root, dryRun })
        console.log(
          lines.length === 0 ? 'content/: every transcript is in the format of today' : lines.join('\n'),
        )
      })
      return
    }
    if (keep && take) throw new Problem('npm run upgrade: --keep or --take, not both')
    const isUpgraded = await runUpgrade({
      root,
      from: options.from ?? readSite(root).upstream,
      to,
      conflicts: keep ? 'keep' : take ? 'take' : 'refuse',
      dryRun,
      mayAsk: createPrompts().isOpen,
      tell: (line) => console.log(line),
    })
    if (!isUpgraded) return
    if (options.install) await installPackages(root, progress)
    await migrateByNewCode(root)
    console.log('Now look at it: npm start; then git push')
  },
)
