import { chatFile } from '../content/chat-settings.ts'
import { listChats, readChats } from '../content/chats.ts'
import { readEnv } from '../content/env-file.ts'
import { readSite } from '../content/site-settings.ts'
import { finishWriting } from '../content/transaction.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import type { Site } from '../model/site.ts'
import { noWays } from '../model/take-part.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { askQuestions, type Given } from './ask-questions.ts'
import { askToken } from './ask-token.ts'
import { toNewChat } from './new-chat.ts'
import { type Answers, chatQuestions, siteQuestions } from './questions.ts'
import { sayChat, sayNext, sayPrice } from './say-setup.ts'
import { writeSetup } from './write-setup.ts'

export type SetUp = {
  readonly root: string
  /** Answers from flags. */
  readonly given: Given
  readonly token: string | undefined
  readonly yes: boolean
  readonly force: boolean
  /** The clock, read once: UTC. */
  readonly now: string
  /** The zone of this computer. */
  readonly here: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly prompts: Prompts
  /** Throws a Problem where the token does not work. */
  readonly tryToken: (token: string, chat: Chat) => Promise<void>
  readonly tell: (line: string) => void
}

/** Asks for what a chat needs, writes its settings, and says what comes next. */
export async function setUp(options: SetUp): Promise<void> {
  const { root, yes, force, prompts, tell } = options
  finishWriting(root)
  const chats = readChats(root)
  const samples = chats.filter((chat) => chat.sample).map((chat) => chat.name)
  const isFirst = samples.length === chats.length
  const answers = await askAll(options, isFirst || force)
  refuseKnown(root, answers.name, { samples, force })
  const chat = keepDates(toNewChat(answers, options.now), chats)
  tell(sayChat(chat))
  for (const line of sayPrice(chat)) tell(line)
  const known = options.env.X_BEARER_TOKEN || readEnv(root).X_BEARER_TOKEN || undefined
  const tryToken = (token: string) => options.tryToken(token, chat)
  const token = await askToken({ given: options.token, known, yes, prompts, tryToken, tell })
  const isAgreed = yes || !prompts.isOpen || (await agree(prompts, samples.length > 0))
  if (!isAgreed) {
    tell('Nothing was written.')
    return
  }
  const site = isFirst || force ? toSite(readSite(root), answers) : undefined
  const written = writeSetup(root, { chat, site, token, samples })
  tell(`Written: ${written.join(', ')}.${samples.length > 0 ? ' The sample is gone.' : ''}`)
  for (const line of sayNext(chat, { now: options.now, hasToken: (token ?? known) !== undefined })) tell(line)
}

async function askAll(options: SetUp, withSite: boolean): Promise<Answers> {
  const { root, given, yes, here, prompts } = options
  const ask = { given, yes, prompts }
  const usual = { weekday: 'Friday', time: '13:00', zone: here, minutes: '60', questions: '3', hosts: '' }
  const chat = await askQuestions({ ...ask, questions: chatQuestions, usual })
  const site = readSite(root)
  const title =
    listChats(root).length > 0 && site.title !== sampleTitle
      ? site.title
      : `${withHash(chat.hashtag)} archive`
  const about = withSite
    ? await askQuestions({ ...ask, questions: siteQuestions, usual: { title, ...addressesOf(site) } })
    : {}
  return { ...nothing, ...chat, ...about }
}

const sampleTitle = 'Hashtag chat archive'

const nothing: Answers = {
  hashtag: '',
  name: '',
  weekday: '',
  time: '',
  zone: '',
  minutes: '',
  questions: '',
  hosts: '',
  title: '',
  contact: '',
  email: '',
}

function addressesOf({ contact = '', takePart }: Site): Pick<Answers, 'contact' | 'email'> {
  return { contact, email: takePart?.email ?? '' }
}

/** Of a chat that is written anew, what was not asked for stays; a sample has nothing worth keeping. */
function keepDates(chat: Chat, chats: readonly Chat[]): Chat {
  const before = chats.find(({ name, sample }) => name === chat.name && !sample)
  if (!before) return chat
  const { title, hashtags, weekday, time, zone, minutes, questions, hosts } = chat
  const others = before.hashtags.filter((hashtag) => !hashtags.includes(hashtag))
  const rule = { weekday, time, zone, minutes, questions, hosts }
  return {
    ...before,
    ...rule,
    title: before.title === '' ? title : before.title,
    hashtags: [...hashtags, ...others],
  }
}

function withHash(hashtag = ''): string {
  return hashtag.startsWith('#') ? hashtag : `#${hashtag}`
}

function refuseKnown(
  root: string,
  name: string,
  { samples, force }: { samples: readonly string[]; force: boolean },
): void {
  if (force || samples.includes(name) || !listChats(root).includes(name)) return
  throw new Problem(
    `${chatFile(name)}: this chat is set up already: change it in that file, or write it anew with npm run init -- --force`,
  )
}

function agree(prompts: Prompts, hasSample: boolean): Promise<boolean> {
  const message = hasSample ? 'Write the settings and take the sample away?' : 'Write the settings?'
  return prompts.confirm({ message, flag: '--yes' })
}

function toSite(site: Site, { title, contact, email }: Answers): Site {
  const isOpen = email !== '' || site.takePart !== undefined
  const takePart = isOpen ? { ...noWays, ...site.takePart, email: email || undefined } : undefined
  return { ...site, title, contact: contact === '' ? undefined : contact, takePart }
}
