import { developSite } from './developing/develop-site.ts'
import { readPort } from './terminal/port.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'dev',
    about:
      'Shows the site on this computer, builds again what an edit in content/, templates/ or scripts/ touches, and reloads the page in the browser.',
    options: { port: { about: 'where to show it; 8080 without this', value: 'number' } },
    examples: ['npm run dev', 'npm run dev -- --port 3000'],
  },
  async ({ options, signal }) => {
    const port = readPort(options.port ?? '8080')
    await developSite({
      root: process.cwd(),
      port,
      signal,
      tell: console.log,
      complain: console.error,
    })
  },
)
