import { type ContributionNetwork, findContributionNetwork } from './contribution.ts'
import { compareCodePoints } from './order.ts'
import { sortName } from './people.ts'
import type { PersonSummary, SessionSummary } from './summary.ts'

/** Somebody who sent something in from off the network, and gave a name: once a session, since a name is nobody's own. */
export type Sender = {
  readonly name: string
  readonly network: ContributionNetwork
  readonly session: SessionSummary
  readonly part: PersonSummary
}

/** Everybody who sent something in with a name, A to Z, then as the sessions are given. They have no page. */
export function sendersIn(sessions: readonly SessionSummary[]): Sender[] {
  return sessions
    .flatMap((session) => session.people.flatMap((part) => findSender(part, session) ?? []))
    .toSorted((a, b) => compareCodePoints(nameIn(a), nameIn(b)))
}

function findSender(part: PersonSummary, session: SessionSummary): Sender | undefined {
  const [, network = ''] = /^([a-z]+)=/.exec(part.key) ?? []
  const found = findContributionNetwork(`${network}:`)
  return found && { name: part.name, network: found, session, part }
}

function nameIn({ name }: Sender): string {
  return sortName({ name, handle: name })
}
