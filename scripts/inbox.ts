import { once } from 'node:events'
import { chooseChat, listChats } from './content/chats.ts'
import { loadEnv } from './content/env-file.ts'
import { addByHand } from './inbox/add.ts'
import { readItems } from './inbox/item-files.ts'
import { openSources } from './inbox/open-sources.ts'
import { runQuestions } from './inbox/questions/run-questions.ts'
import { withChosen } from './inbox/questions/waiting.ts'
import { machineClock, runInbox } from './inbox/run-inbox.ts'
import { sayWho } from './inbox/say-who.ts'
import { serveForm } from './inbox/serving/serve-form.ts'
import { openMessages } from './inbox/sources/open-messages.ts'
import { Problem } from './model/problem.ts'
import { readPort } from './terminal/port.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'inbox',
    about:
      'Collects what people sent in (mailbox, form, Tumblr, code host, direct messages) and walks you through it, a key each. Only what you accept enters content/.',
    argument: {
      name: 'what',
      about:
        '"questions" to choose for the next session; "who" and an id to see who sent it; "serve" to take the form of the site; "add" to add something by hand, or files with it (.eml, .csv, .txt)',
    },
    options: {
      spam: { about: 'show what is held back as spam, too' },
      messages: { about: 'read direct messages on X too, which costs a cent each; the price is asked first' },
      yes: { about: 'say yes to that price', permits: true },
      port: { about: 'with serve: where it listens; 8090 without this', value: 'number' },
      behindProxy: { about: 'with serve: a web server of yours stands before it, and says who asks' },
      chat: { about: 'with questions: which chat, where there are several', value: 'name' },
      for: { about: 'with add: where it belongs', value: 'place' },
      name: { about: 'with add: the name to show', value: 'name' },
    },
    examples: [
      'npm run inbox',
      'npm run inbox -- add',
      'npm run inbox -- questions',
      'npm run inbox -- add answer.eml --for "lgovsm 2010-12-17 Q2"',
    ],
  },
  async ({ options, args, progress, signal }) => {
    const root = process.cwd()
    loadEnv(root)
    const prompts = createPrompts()
    const run = { root, prompts, progress, tell: console.log, clock: machineClock, spam: options.spam }
    const [what, ...files] = args
    if (listChats(root).length === 0) {
      throw new Problem('content/: there is no chat yet: npm run init sets one up')
    }
    if (what === 'serve') {
      const port = readPort(options.port ?? '8090')
      const server = await serveForm({ root, port, isBehindProxy: options.behindProxy, tell: console.error })
      console.log(`Forms are taken at ${server.address}; Ctrl-C ends it`)
      await once(signal, 'abort')
      return server.close()
    }
    if (what === 'who') {
      const items = withChosen(root, readItems(root))
      const lines = files.flatMap((wanted) => sayWho(items, wanted))
      if (lines.length === 0)
        throw new Problem(
          `${files[0] ?? 'who'}: the inbox knows nothing of it: give an id such as email:5f0c…, or an address`,
        )
      for (const line of lines) console.log(line)
      return
    }
    if (what === 'questions') {
      const chat = chooseChat(root, options.chat)
      return runQuestions({ ...run, chat, now: machineClock() })
    }
    if (what === 'add') return addByHand({ ...run, files, wanted: options.for, name: options.name })
    if (what !== undefined)
      throw new Problem(`npm run inbox: "${what}": there is add, questions, who, serve, or nothing at all`)
    const sources = openSources({ root, env: process.env, now: machineClock() })
    const messages = options.messages
      ? await openMessages({ ...run, env: process.env, yes: options.yes })
      : undefined
    await runInbox({ ...run, sources: messages ? [...sources, messages] : sources })
  },
)
