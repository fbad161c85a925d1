import { listChats } from '../content/chats.ts'
import { readSite } from '../content/site-settings.ts'
import type { InboxSource } from './collect.ts'
import { issuesSource } from './sources/github.ts'
import { mailboxSource } from './sources/imap.ts'
import { findMailbox } from './sources/mailbox-settings.ts'

type Env = Readonly<Record<string, string | undefined>>

export type SourcesInput = {
  readonly root: string
  readonly env: Env
  /** UTC. */
  readonly now: string
}

/** Where the host's settings and environment say that things come in; [] where only by hand. */
export function openSources({ root, env, now }: SourcesInput): InboxSource[] {
  const chats = listChats(root)
  const mailbox = findMailbox(env)
  const repository = readSite(root).takePart?.github
  const token = env.INBOX_GITHUB_TOKEN || undefined
  return [
    ...(mailbox ? [mailboxSource({ mailbox, chats, now })] : []),
    ...(repository ? [issuesSource({ repository, token, chats })] : []),
  ]
}
