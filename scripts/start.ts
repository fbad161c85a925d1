import { join } from 'node:path'
import { inTurn } from './cache/in-turn.ts'
import { readChats } from './content/chats.ts'
import { findOpenEnv, loadEnv } from './content/env-file.ts'
import { fetchSessions } from './fetching/fetch-sessions.ts'
import { inOneRun } from './fetching/one-run.ts'
import { makeSite, siteFolder } from './site/make-site.ts'
import { serveFolder } from './site/serve.ts'
import { readPort } from './terminal/port.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'start',
    about: 'Fetches what is due, builds the site and shows it on this computer.',
    options: {
      serve: { about: 'stop once the site is built', negated: true },
      port: { about: 'where to show it; 8080 without this', value: 'number' },
    },
    examples: ['npm start', 'npm start -- --no-serve'],
  },
  async ({ options, progress, signal }) => {
    const root = process.cwd()
    const port = readPort(options.port ?? '8080')
    loadEnv(root)
    const warning = findOpenEnv(root)
    if (warning !== undefined) console.error(warning)
    const token = process.env.X_BEARER_TOKEN
    const base = process.env.X_API_URL || undefined
    const shared = { root, dates: [], token, base, clock: Date.now(), adopt: false, dryRun: false, progress }
    await inOneRun({ root, progress, tell: console.log }, async (purse) => {
      for (const chat of readChats(root)) {
        if (!chat.sample && !token) {
          console.log(`${chat.title}: nothing was fetched, since there is no X_BEARER_TOKEN in .env`)
          continue
        }
        for (const line of await fetchSessions({ ...shared, chat, purse })) console.log(line)
      }
    })
    console.log(await inTurn({ root, progress }, () => makeSite(root)))
    if (!options.serve) return
    const { address, close } = await serveFolder(join(root, siteFolder), port)
    console.log(`\nThe archive is at ${address} – open it in a browser. Ctrl-C stops it.`)
    signal.addEventListener('abort', () => void close())
  },
)
