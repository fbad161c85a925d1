import { withLock } from './cache/lock.ts'
import { chooseChat } from './content/chats.ts'
import { finishWriting } from './content/transaction.ts'
import { requireDate } from './reviewing/require-date.ts'
import { reviewSession } from './reviewing/review-session.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'review',
    about:
      'Walks you through what needs an eye in a transcript, a key each, and saves every answer at once. Without a terminal it lists files and lines.',
    argument: { name: 'date', about: 'one date such as 2010-12-17; without one, the newest session' },
    options: { chat: { about: 'which chat, where there are several', value: 'name' } },
    examples: ['npm run review', 'npm run review -- 2010-12-17'],
  },
  async ({ options, args }) => {
    const root = process.cwd()
    await withLock({ root }, async () => finishWriting(root))
    const chat = chooseChat(root, options.chat)
    const date = requireDate(root, chat, args)
    await reviewSession({ root, chat, date, prompts: createPrompts(), tell: (line) => console.log(line) })
  },
)
