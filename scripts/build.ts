import { makeSite } from './site/make-site.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'build',
    about:
      'Makes the web site in dist/ from the files in content/. Fetches nothing and changes nothing there.',
    options: {},
    examples: ['npm run build'],
  },
  async () => console.log(await makeSite(process.cwd())),
)
