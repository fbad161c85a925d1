import { join } from 'node:path'
import { openArchive } from './content/archive.ts'
import { buildSite } from './site/build-site.ts'
import { sayBuilt } from './site/say-built.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'build',
    about:
      'Makes the web site in dist/ from the files in content/. Fetches nothing and changes nothing there.',
    options: {},
    examples: ['npm run build'],
  },
  async () => {
    const root = process.cwd()
    const started = performance.now()
    const built = await buildSite({
      archive: openArchive(root),
      output: join(root, 'dist'),
      content: join(root, 'content'),
    })
    console.log(sayBuilt(built, performance.now() - started))
  },
)
