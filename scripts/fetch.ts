import { chooseChat, readChats } from './content/chats.ts'
import { findOpenEnv, loadEnv } from './content/env-file.ts'
import { fetchFiles } from './fetching/fetch-files.ts'
import { fetchSessions } from './fetching/fetch-sessions.ts'
import { inOneRun } from './fetching/one-run.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'fetch',
    about: 'Reads the posts of a chat and saves them as files in content/. Twice changes nothing.',
    argument: { name: 'date', about: 'dates such as 2010-12-17; without one, every session that is due' },
    options: {
      chat: { about: 'which chat, where there are several', value: 'name' },
      from: { about: 'read a file or a folder instead of the network', value: 'path' },
      dryRun: { about: 'say what would be written, and write nothing' },
      adopt: { about: 'take the files as they stand where ledger.json is missing' },
    },
    examples: [
      'npm run fetch',
      'npm run fetch -- 2010-12-17',
      'npm run fetch -- --chat docnow --from recorded/',
    ],
  },
  async ({ options, args: dates, progress }) => {
    const root = process.cwd()
    const { adopt, dryRun, from } = options
    loadEnv(root)
    const warning = findOpenEnv(root)
    if (warning !== undefined) console.error(warning)
    const shared = { root, dates, adopt, dryRun, progress }
    const named = options.chat !== undefined || dates.length > 0 || from !== undefined
    const token = process.env.X_BEARER_TOKEN
    const base = process.env.X_API_URL || undefined
    await inOneRun({ root, progress, tell: console.log }, async (purse) => {
      for (const chat of named ? [chooseChat(root, options.chat)] : readChats(root)) {
        const lines =
          from === undefined
            ? await fetchSessions({ ...shared, chat, token, base, clock: Date.now(), purse })
            : await fetchFiles({ ...shared, chat, from })
        for (const line of lines) console.log(line)
      }
    })
  },
)
