import { chooseChat, chooseChats } from './content/chats.ts'
import { findOpenEnv, loadEnv } from './content/env-file.ts'
import { runFriday } from './friday/run-friday.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'friday',
    about:
      'All that a chat wants after its hour: fetches what is due, asks X what was withdrawn, builds, checks, publishes as publish: in content/site.yaml says; then names what needs your eye, and has a post to paste. Twice does nothing twice.',
    argument: {
      name: 'date',
      about: 'dates such as 2010-12-17 to read; without one, every session that is due',
    },
    options: {
      chat: { about: 'which chat; all of them without this', value: 'name' },
      dryRun: { about: 'say what would be done; content/ and what is public stay as they are' },
      yes: { permits: true, about: 'do not ask whether a chat with few posts is to be published' },
      fetch: { about: 'fetch nothing', negated: true },
      recheck: { about: 'do not ask X what was withdrawn', negated: true },
      build: { about: 'take dist/ as it is', negated: true },
      publish: { about: 'publish nothing', negated: true },
      mirror: { about: 'leave the blog on Tumblr as it is', negated: true },
    },
    examples: ['npm run friday', 'npm run friday -- --no-fetch', 'npm run friday -- 2010-12-17 --dry-run'],
  },
  async ({ options, args: dates, progress, signal }) => {
    const root = process.cwd()
    const { chat, dryRun, yes, ...steps } = options
    loadEnv(root)
    const warning = findOpenEnv(root)
    if (warning !== undefined) console.error(warning)
    await runFriday({
      root,
      chats: dates.length > 0 ? [chooseChat(root, chat)] : chooseChats(root, chat),
      dates,
      steps,
      dryRun,
      yes,
      env: process.env,
      clock: Date.now(),
      prompts: createPrompts(),
      progress,
      signal,
      tell: (line) => console.log(line),
      complain: (line) => console.error(line),
    })
  },
)
