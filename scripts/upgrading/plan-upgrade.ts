import { compareCodePoints } from '../model/order.ts'

/** Path → what git has there, mode and blob: `100644 3b18e512…`. */
export type Tree = ReadonlyMap<string, string>

export type PlanInput = {
  /** What the host has. */
  readonly ours: Tree
  /** The release that it came from; undefined where that is not to be found. */
  readonly base: Tree | undefined
  readonly next: Tree
  /** Whether the project itself ever had this under that path: then the host did not change it. */
  readonly isKnown: (path: string, entry: string) => boolean
  /** Whether the host ever had a file there: without the old release, what is gone was deleted by them. */
  readonly wasThere: (path: string) => boolean
}

export type UpgradePlan = {
  /** New, or changed by the release alone. */
  readonly written: readonly string[]
  readonly removed: readonly string[]
  /** Changed by both. */
  readonly both: readonly string[]
  /** Changed by the host, and by the release not at all or by taking it away. */
  readonly kept: readonly string[]
  /** Deleted by the host. */
  readonly away: readonly string[]
}

/** Decides for each file of the code who changed it. What is the host's own is in no list. */
export function planUpgrade(input: PlanInput): UpgradePlan {
  const { ours, next } = input
  const paths = [...new Set([...ours.keys(), ...next.keys()])]
    .filter((path) => !isHosts(path))
    .sort(compareCodePoints)
  const judged = paths.map((path) => ({ path, is: judge(path, input) }))
  const those = (kind: Verdict) => judged.filter(({ is }) => is === kind).map(({ path }) => path)
  return {
    written: those('written'),
    removed: those('removed'),
    both: those('both'),
    kept: those('kept'),
    away: those('away'),
  }
}

type Verdict = keyof UpgradePlan | 'nothing'

function judge(path: string, { ours, base, next, isKnown, wasThere }: PlanInput): Verdict {
  const [own, new_, old] = [ours.get(path), next.get(path), base?.get(path)]
  if (own === new_) return 'nothing'
  if (own === undefined) {
    const isDeleted = base === undefined ? wasThere(path) : old !== undefined
    return isDeleted ? 'away' : 'written'
  }
  const isOurs = !isKnown(path, own)
  if (new_ === undefined) {
    if (!isOurs) return 'removed'
    return old === undefined ? 'nothing' : 'kept'
  }
  if (!isOurs) return 'written'
  return old === new_ || ofHosts.has(path) ? 'kept' : 'both'
}

/** The record and what the host wrote about it, and what git never sees. */
function isHosts(path: string): boolean {
  return path.startsWith('content/')
}

/** Once the host has written these anew, they are about the host's archive. */
const ofHosts = new Set(['README.md', 'LICENSE'])
