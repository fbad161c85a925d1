import { writePrivate } from '../../cache/private-file.ts'
import { readChats } from '../../content/chats.ts'
import { readText } from '../../content/folder.ts'
import { readSite } from '../../content/site-settings.ts'
import { formatPrice, messagePrice } from '../../model/price.ts'
import { Problem } from '../../model/problem.ts'
import { createGet, type UserKeys } from '../../sources/x/get.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import type { InboxSource } from '../collect.ts'
import { messagesSource } from './dm.ts'
import { openMessagePurse } from './dm-purse.ts'
import { formatSoFar, parseSoFar } from './dm-so-far.ts'

type Env = Readonly<Record<string, string | undefined>>

export type OpenMessages = {
  readonly root: string
  readonly env: Env
  readonly prompts: Prompts
  /** The host has said yes to the price already. */
  readonly yes: boolean
  readonly tell: (line: string) => void
  /** UTC, at the moment that it is asked. */
  readonly clock: () => string
  /** Where X's API stands; undefined for X itself. */
  readonly base?: string | undefined
}

/** Says how far messages were read, and nothing of them. */
const file = '.inbox/newest-message'

/** Direct messages, once the host has seen what reading them costs; undefined where they said no. */
export async function openMessages(opening: OpenMessages): Promise<InboxSource | undefined> {
  const { root, env, prompts, yes, clock, tell, base } = opening
  const keys = readKeys(env)
  const purse = openMessagePurse({ root, maxCost: readSite(root).maxCost, clock })
  const most = formatPrice(purse.most * messagePrice)
  const message = `Read direct messages? X asks ${formatPrice(messagePrice)} for each, kept or not: at most ${most} now.`
  if (!yes && !(await prompts.confirm({ message, flag: '--yes', initial: false }))) return undefined
  return messagesSource({
    get: createGet({ token: keys, base }),
    chats: readChats(root),
    host: keys.accessToken.split('-')[0] ?? '',
    purse,
    soFar: parseSoFar(readText(root, file) ?? ''),
    remember: (soFar) => writePrivate(root, file, formatSoFar(soFar)),
    tell,
  })
}

const names = {
  appKey: 'INBOX_X_APP_KEY',
  appSecret: 'INBOX_X_APP_SECRET',
  accessToken: 'INBOX_X_ACCESS_TOKEN',
  accessSecret: 'INBOX_X_ACCESS_SECRET',
} as const

function readKeys(env: Env): UserKeys {
  const missing = Object.values(names).filter((name) => !env[name])
  if (missing.length > 0)
    throw new Problem(`${missing.join(', ')}: missing: put it into .env; see docs/inbox.md`)
  return {
    appKey: env[names.appKey] ?? '',
    appSecret: env[names.appSecret] ?? '',
    accessToken: env[names.accessToken] ?? '',
    accessSecret: env[names.accessSecret] ?? '',
  }
}
