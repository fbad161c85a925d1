import { inTurn } from '../cache/in-turn.ts'
import { readSite } from '../content/site-settings.ts'
import { finishWriting } from '../content/transaction.ts'
import type { Progress } from '../terminal/progress.ts'
import { openPurse, type Purse } from './purse.ts'

export type OneRun = {
  readonly root: string
  readonly progress: Progress
  readonly tell: (line: string) => void
  /** US dollars; as site.yaml says where this is undefined. */
  readonly maxCost?: number | undefined
}

/**
 * Does work that may write content and spend money, while no other run does: finishes what a run that died had
 * begun to write, and says at the end what was spent, whatever the end is.
 */
export async function inOneRun(
  { root, progress, tell, maxCost }: OneRun,
  work: (purse: Purse) => Promise<void>,
): Promise<void> {
  await inTurn({ root, progress }, async () => {
    finishWriting(root)
    const purse = openPurse({ root, maxCost: maxCost ?? readSite(root).maxCost, clock: Date.now })
    try {
      await work(purse)
    } finally {
      progress.close()
      for (const line of purse.say()) tell(line)
    }
  })
}
