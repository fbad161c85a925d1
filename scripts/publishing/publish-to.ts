import { readSite } from '../content/site-settings.ts'
import type { PublishTo } from '../model/site.ts'
import type { Progress } from '../terminal/progress.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { publishFolder } from './publish-folder.ts'
import { publishPages } from './publish-pages.ts'
import type { Env } from './sftp/logins.ts'
import { publishSftp } from './sftp/publish-sftp.ts'

export type PublishOptions = {
  readonly root: string
  readonly to: PublishTo
  readonly force: boolean
  readonly dryRun: boolean
  readonly remote?: string | undefined
  readonly branch?: string | undefined
  /** Whether rsync may be used where both sides have it; yes without this. */
  readonly rsync?: boolean | undefined
  readonly env: Env
  readonly prompts: Prompts
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Puts dist/ where readers find it; returns lines for the host. */
export async function publishTo(options: PublishOptions): Promise<string[]> {
  const { root, to, remote = 'origin', branch = 'gh-pages', rsync = true, prompts } = options
  if (to.kind === 'folder') return publishFolder({ ...options, path: to.path })
  if (to.kind === 'pages') {
    return publishPages({
      ...options,
      remote,
      branch,
      mayAsk: prompts.isOpen,
      address: readSite(root).address,
    })
  }
  const confirm = (message: string) => prompts.confirm({ message, flag: 'yes', initial: false })
  return publishSftp({ ...options, rsync, address: to, ...(prompts.isOpen && { confirm }) })
}
