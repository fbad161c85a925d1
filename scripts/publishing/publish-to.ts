import { readSite } from '../content/site-settings.ts'
import type { PublishTo } from '../model/site.ts'
import type { Progress } from '../terminal/progress.ts'
import { publishFolder } from './publish-folder.ts'
import { publishPages } from './publish-pages.ts'

export type PublishOptions = {
  readonly root: string
  readonly to: PublishTo
  readonly force: boolean
  readonly dryRun: boolean
  readonly remote?: string | undefined
  readonly branch?: string | undefined
  readonly mayAsk: boolean
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Puts dist/ where readers find it; returns lines for the host. */
export async function publishTo(options: PublishOptions): Promise<string[]> {
  const { root, to, remote = 'origin', branch = 'gh-pages' } = options
  if (to.kind === 'folder') return publishFolder({ ...options, path: to.path })
  return publishPages({ ...options, remote, branch, address: readSite(root).address })
}
