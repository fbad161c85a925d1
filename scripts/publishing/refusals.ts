import { Problem } from '../model/problem.ts'
import { fileName, type Place } from './place.ts'
import type { CopyPlan } from './plan-copy.ts'
import type { Published } from './published-list.ts'

/** For a place that nothing was published to. Throws a Problem where it holds what is not the archive's. */
export async function refuseStrangers({ name, list }: Place): Promise<void> {
  const [first, ...rest] = (await list('')).filter((one) => !isServersOwn(one))
  if (first === undefined) return
  const others = rest.length === 0 ? first : `${first} and ${rest.length} more`
  throw new Problem(
    `${name}: this folder holds files that are not the archive's (${others}): choose an empty one, or --force to put the archive among them; they stay`,
  )
}

/** What starts with a dot a server puts there itself. */
function isServersOwn(name: string): boolean {
  return name.startsWith('.') || name === 'lost+found'
}

/** Throws a Problem where a file of another's would be written over. */
export function refuseOthers(place: Place, { changed }: CopyPlan, ours: Published): void {
  const other = changed.find((file) => !ours.has(file))
  if (other === undefined) return
  throw new Problem(
    `${fileName(place, other)}: somebody else put this file here: move it away, or --force to write over it`,
  )
}

/** Fewer may go without a word. */
const manyFiles = 20

/** Throws a Problem where most of what stands there would go: it may be another archive's, or this one half built. */
export function refuseMostGone({ name }: Place, { removed }: CopyPlan, ours: Published): void {
  if (removed.length <= manyFiles || removed.length * 2 <= ours.size) return
  throw new Problem(
    `${name}: ${removed.length} of the ${ours.size} files there would be removed, such as ${removed.at(-1)}: if another archive stands there choose another place, if that is meant say --force`,
  )
}
