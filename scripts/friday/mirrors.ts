import type { Chat } from '../model/chat.ts'
import type { Progress } from '../terminal/progress.ts'

export type MirrorRun = {
  readonly root: string
  /** Sessions that were read over, and only these. */
  readonly sessions: readonly { readonly chat: Chat; readonly date: string }[]
  readonly dryRun: boolean
  readonly progress: Progress
}

/** Another place that sessions are copied to. */
export type Mirror = {
  readonly name: string
  /** Whether the settings ask for it. */
  readonly isWanted: (root: string) => boolean
  /** Copies what is new or differs, and twice does nothing; returns lines for the host. */
  readonly copy: (run: MirrorRun) => Promise<readonly string[]>
}

/** Every mirror that there is. */
export const mirrors: readonly Mirror[] = []
