import type { Progress } from '../terminal/progress.ts'
import { withLock } from './lock.ts'

export type Turn = {
  readonly root: string
  readonly progress: Progress
}

/** Works while no other run does, and says so where it has to wait for one. Not to be called within itself. */
export function inTurn<T>({ root, progress }: Turn, work: () => Promise<T>): Promise<T> {
  const onWait = (process: number) => progress.start(`Waiting: another run is at work (process ${process})`)
  return withLock({ root, onWait }, async () => {
    progress.close()
    return work()
  })
}
