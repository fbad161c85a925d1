import { withLock } from './cache/lock.ts'
import { chooseChat } from './content/chats.ts'
import { finishWriting } from './content/transaction.ts'
import { openSession } from './reviewing/open-session.ts'
import { requireDate } from './reviewing/require-date.ts'
import { segmentsTable } from './reviewing/segments-table.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'segments',
    about:
      'Shows for each post of a session under which question it stands, why, and where it would stand else.',
    argument: { name: 'date', about: 'one date such as 2010-12-17; without one, the newest session' },
    options: { chat: { about: 'which chat, where there are several', value: 'name' } },
    examples: ['npm run segments -- 2010-12-17'],
  },
  async ({ options, args }) => {
    const root = process.cwd()
    await withLock({ root }, async () => finishWriting(root))
    const chat = chooseChat(root, options.chat)
    for (const line of segmentsTable(openSession(root, chat, requireDate(root, chat, args))))
      console.log(line)
  },
)
