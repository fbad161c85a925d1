import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { listFiles } from '../checking/check-site.ts'
import { Problem } from '../model/problem.ts'
import { siteFolder } from '../site/make-site.ts'
import type { Progress } from '../terminal/progress.ts'
import { toFolderProblem } from './folder-problem.ts'
import { type CopyPlan, planCopy } from './plan-copy.ts'
import { formatList, listName, readList } from './published-list.ts'
import { putFile, removeFile } from './put-file.ts'
import { findStrangers, requireTarget } from './require-target.ts'
import { sayPlan } from './say-plan.ts'

export type FolderOptions = {
  readonly root: string
  /** Relative to the root, or absolute. */
  readonly path: string
  /** Put the site among files that are not its own, and over those of the same name. */
  readonly force: boolean
  readonly dryRun: boolean
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
  /** How a file gets there; another way is for tests. */
  readonly put?: typeof putFile | undefined
}

/**
 * Makes a folder hold the built site, touching only what differs by content; returns lines for the host. What
 * breaks off leaves a site that works, and the next run goes on.
 */
export async function publishFolder(options: FolderOptions): Promise<string[]> {
  const { root, path, force, dryRun } = options
  const target = requireTarget(root, path)
  const listed = readList(target)
  if (listed === undefined && !force) refuseStrangers(path, findStrangers(target))
  const site = join(root, siteFolder)
  const files = listFiles(site)
  const ours = listed ?? []
  const plan = planCopy({ files, ours, compare: (file) => compare(join(site, file), join(target, file)) })
  if (!force) refuseOthers(path, plan.changed, new Set(ours))
  const bytes = [...plan.added, ...plan.changed].reduce(
    (sum, file) => sum + statSync(join(site, file)).size,
    0,
  )
  if (!dryRun) await carryOut({ ...options, site, target }, { plan, ours, files })
  return sayPlan({ path, plan, bytes, all: files.length, dryRun })
}

function refuseStrangers(path: string, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return
  const others = rest.length === 0 ? first : `${first} and ${rest.length} more`
  throw new Problem(
    `${path}: this folder holds files that are not the archive's (${others}): choose an empty one, or --force to put the archive among them; they stay`,
  )
}

function refuseOthers(path: string, changed: readonly string[], ours: ReadonlySet<string>): void {
  const other = changed.find((file) => !ours.has(file))
  if (other === undefined) return
  throw new Problem(
    `${join(path, other)}: somebody else put this file here: move it away, or --force to write over it`,
  )
}

function compare(from: string, to: string): 'missing' | 'same' | 'other' {
  const there = lstatSync(to, { throwIfNoEntry: false })
  if (!there) return 'missing'
  if (!there.isFile() || there.size !== statSync(from).size) return 'other'
  return readFileSync(from).equals(readFileSync(to)) ? 'same' : 'other'
}

type Work = {
  readonly plan: CopyPlan
  readonly ours: readonly string[]
  readonly files: readonly string[]
}

async function carryOut(
  options: FolderOptions & { readonly site: string; readonly target: string },
  { plan, ours, files }: Work,
): Promise<void> {
  const { site, target, path, progress, signal, put = putFile } = options
  const { added, changed, removed } = plan
  if (added.length + changed.length + removed.length === 0) return
  progress.start(`Writing to ${path}`, added.length + changed.length + removed.length)
  try {
    // First, so that what a run that breaks off has put there is known to the next one.
    put(Buffer.from(formatList([...new Set([...ours, ...files])])), join(target, listName))
    for (const file of [...added, ...changed]) {
      await turn(signal)
      put(readFileSync(join(site, file)), join(target, file))
      progress.advance(1)
    }
    for (const file of removed) {
      await turn(signal)
      removeFile(target, file)
      progress.advance(1)
    }
    put(Buffer.from(formatList(files)), join(target, listName))
  } catch (error) {
    throw toFolderProblem(error, path)
  } finally {
    progress.close()
  }
}

/** Lets Ctrl-C through between two files. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}
