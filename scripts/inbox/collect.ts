import type { ContributionNetwork } from '../model/contribution.ts'
import { Problem } from '../model/problem.ts'
import type { Progress } from '../terminal/progress.ts'
import { type Arrived, arrive, type KeptOut, markOf } from './arrive.ts'
import type { Incoming } from './item.ts'
import { hasSeen } from './item-files.ts'

/** A place where things come in. */
export type InboxSource = {
  /** As the host knows it: `the mailbox`. */
  readonly name: string
  /** Hands over all that is there, one after another; throws a Problem where it cannot be asked. */
  readonly read: (door: Door) => Promise<void>
}

export type Door = {
  /** Puts one thing into the inbox, at once and for good. */
  readonly take: (incoming: Incoming) => Arrived
  /** Whether something with this id at its source need not be asked for again. */
  readonly isKnown: (network: ContributionNetwork, sourceId: string) => boolean
}

export type Collecting = {
  readonly root: string
  readonly sources: readonly InboxSource[]
  readonly isKeptOut: KeptOut
  readonly progress: Progress
  readonly tell: (line: string) => void
}

/** Asks every source. One that cannot be asked does not keep the others waiting: its problem is returned. */
export async function collect({ root, sources, isKeptOut, progress, tell }: Collecting): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { name, read } of sources) {
    const counts = { new: 0, held: 0, known: 0, 'kept out': 0 }
    progress.start(`Looking into ${name}`)
    try {
      const take: Door['take'] = (incoming) => {
        const arrived = arrive(root, incoming, isKeptOut)
        counts[arrived] += 1
        return arrived
      }
      await read({ take, isKnown: (network, id) => hasSeen(root, markOf(network, id)) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problems.push(error)
    } finally {
      progress.close()
    }
    tell(`${name}: ${counts.new} new${counts.held > 0 ? `, ${counts.held} held back as spam` : ''}`)
  }
  return problems
}
