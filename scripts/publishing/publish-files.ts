import { join } from 'node:path'
import { siteFolder } from '../site/make-site.ts'
import type { Progress } from '../terminal/progress.ts'
import { carryOut } from './carry-out.ts'
import { hashSite, type SiteFile } from './file-hash.ts'
import { fileName, type Place } from './place.ts'
import { planCopy } from './plan-copy.ts'
import { listName, onTheWayName, type Published, parseList } from './published-list.ts'
import { refuseMostGone, refuseOthers, refuseStrangers } from './refusals.ts'
import { sayPlan } from './say-plan.ts'

export type FilesOptions = {
  readonly root: string
  /** Put the site among files that are not its own, and over those of the same name. */
  readonly force: boolean
  readonly dryRun: boolean
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes a place hold the built site, touching only what differs; returns lines for the host. What breaks off
 * leaves a site that works, and the next run goes on.
 */
export async function publishFiles(place: Place, options: FilesOptions): Promise<string[]> {
  const { root, force, dryRun, progress, signal } = options
  try {
    const { list, left } = await readLists(place)
    if (!list && !left && !force) await refuseStrangers(place)
    const ours: Published = new Map([...(list ?? []), ...(left ?? [])])
    const folder = join(root, siteFolder)
    const files = hashSite(folder)
    const standing = await findStanding(place, files, ours)
    const plan = planCopy({
      files: [...files.keys()],
      ours: [...ours.keys()],
      compare: (file) => {
        const there = standing.get(file)
        if (there === undefined) return 'missing'
        return there === files.get(file)?.hash ? 'same' : 'other'
      },
    })
    if (!force) {
      refuseOthers(place, plan, ours)
      refuseMostGone(place, plan, ours)
    }
    if (!dryRun) await carryOut({ place, folder, plan, ours, list, left, files, progress, signal })
    const bytes = [...plan.added, ...plan.changed].reduce(
      (sum, file) => sum + (files.get(file)?.bytes ?? 0),
      0,
    )
    return sayPlan({ path: place.name, plan, bytes, all: files.size, dryRun })
  } catch (error) {
    throw place.toProblem(error)
  }
}

type Lists = {
  /** Undefined where nothing was ever published. */
  readonly list: Published | undefined
  /** What a run that broke off had on its way. */
  readonly left: Published | undefined
}

async function readLists(place: Place): Promise<Lists> {
  const read = async (name: string) => {
    const text = await place.read(name)
    return text === undefined ? undefined : parseList(text, fileName(place, name))
  }
  return { list: await read(listName), left: await read(onTheWayName) }
}

/** What stands at the place under the names of the site's files. */
async function findStanding(
  place: Place,
  files: ReadonlyMap<string, SiteFile>,
  ours: Published,
): Promise<Published> {
  const standing = new Map<string, string>()
  const look = place.hash ?? (await lookByList(place, ours))
  for (const file of files.keys()) {
    const there = await look(file)
    if (there !== undefined) standing.set(file, there)
  }
  return standing
}

/** What is not in the list may all the same be there: then it is another's. */
async function lookByList({ list }: Place, ours: Published): Promise<NonNullable<Place['hash']>> {
  const folders = new Map<string, Promise<ReadonlySet<string>>>()
  const namesIn = async (folder: string): Promise<ReadonlySet<string>> => {
    const known = folders.get(folder)
    if (known) return known
    const above = folder.lastIndexOf('/')
    const isThere =
      folder === '' || (await namesIn(folder.slice(0, Math.max(above, 0)))).has(folder.slice(above + 1))
    const names = (isThere ? list(folder) : Promise.resolve([])).then((found) => new Set(found))
    folders.set(folder, names)
    return names
  }
  return async (file) => {
    const known = ours.get(file)
    if (known !== undefined) return known
    const cut = file.lastIndexOf('/')
    return (await namesIn(file.slice(0, Math.max(cut, 0)))).has(file.slice(cut + 1)) ? '' : undefined
  }
}
