import { inTurn } from './cache/in-turn.ts'
import { makeSite } from './site/make-site.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'build',
    about:
      'Makes the web site in dist/ from the files in content/. Fetches nothing and changes nothing there.',
    options: { full: { about: 'make every page anew, whatever is known of earlier builds' } },
    examples: ['npm run build', 'npm run build -- --full'],
  },
  async ({ options, progress }) => {
    const root = process.cwd()
    console.log(await inTurn({ root, progress }, () => makeSite(root, options.full)))
  },
)
