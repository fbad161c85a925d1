import { chooseChats } from './content/chats.ts'
import { loadEnv } from './content/env-file.ts'
import { listDates } from './content/folder.ts'
import { readSite } from './content/site-settings.ts'
import { inOneRun } from './fetching/one-run.ts'
import { formatPrice } from './model/price.ts'
import { Problem } from './model/problem.ts'
import { askingPrice } from './removing/asked-posts.ts'
import { findCheckable, newestSessions, recheckSessions } from './removing/recheck.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'recheck',
    about:
      'Asks X whether stored posts still stand; removes what was deleted, made private or withheld, and takes over what was edited. Without a date, the last four sessions.',
    argument: { name: 'date', about: 'dates such as 2010-12-17' },
    options: {
      chat: { about: 'which chat; all of them without this', value: 'name' },
      all: { about: 'every session: says what it costs, and asks first' },
      yes: {
        permits: true,
        about: 'do not ask; believe X even where it says that most of a session is gone',
      },
    },
    examples: ['npm run recheck', 'npm run recheck -- --all', 'npm run recheck -- 2010-12-17'],
  },
  async ({ options, args: dates, progress }) => {
    const root = process.cwd()
    const { all, yes } = options
    loadEnv(root)
    await inOneRun({ root, progress, tell }, async () => {})
    const sessions = chooseChats(root, options.chat).flatMap((chat) => {
      if (!all && dates.length === 0) return newestSessions(root, chat)
      const chosen = listDates(root, chat.name).filter((date) => all || dates.includes(date))
      return chosen.flatMap((date) => findCheckable(root, chat, date) ?? [])
    })
    const missing = dates.find((date) => !sessions.some((session) => session.date === date))
    if (missing !== undefined) {
      throw new Problem(
        `${missing}: there is no session of this date with posts from X: see the folders of content/`,
      )
    }
    const posts = sessions.reduce((sum, session) => sum + (session.chat.sample ? 0 : session.posts), 0)
    const price = askingPrice(posts)
    const offer = `posts: ${posts}, sessions: ${sessions.length}, price: about ${formatPrice(price)}`
    if (posts > 0) console.log(`To ask X about: ${offer}`)
    if (all && posts > 0 && !yes && !(await isAgreed(offer))) return
    // Whoever agreed to a price has set the limit; an edited post costs a little more than one that is not.
    const maxCost = all ? Math.max(price * 1.2, readSite(root).maxCost) : undefined
    await inOneRun({ root, progress, tell, maxCost }, (purse) =>
      recheckSessions(sessions, {
        root,
        token: process.env.X_BEARER_TOKEN,
        believe: yes,
        purse,
        progress,
        tell,
      }),
    )
    tell('Where something was removed: npm run build, then commit and push; see docs/removal.md')
  },
)

function tell(line: string): void {
  console.log(line)
}

async function isAgreed(offer: string): Promise<boolean> {
  const agreed = await createPrompts().confirm({ message: `Ask X? (${offer})`, flag: '--yes' })
  if (!agreed) console.log('Nothing was asked and nothing was changed.')
  return agreed
}
