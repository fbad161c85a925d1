import { listChats } from '../content/chats.ts'
import { readSite } from '../content/site-settings.ts'
import type { InboxSource } from './collect.ts'
import { issuesSource } from './sources/github.ts'
import { mailboxSource } from './sources/imap.ts'
import { findMailbox } from './sources/mailbox-settings.ts'
import { openTumblrSource } from './sources/open-tumblr.ts'

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
  const { takePart, tumblr } = readSite(root)
  const repository = takePart?.github
  const token = env.INBOX_GITHUB_TOKEN || undefined
  return [
    ...(mailbox ? [mailboxSource({ mailbox, chats, now })] : []),
    ...(tumblr && env.TUMBLR_CONSUMER_KEY ? [openTumblrSource(root, tumblr, env)] : []),
    ...(repository ? [issuesSource({ repository, token, chats })] : []),
  ]
}
