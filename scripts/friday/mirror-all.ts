import { withLock } from '../cache/lock.ts'
import { readSite } from '../content/site-settings.ts'
import { composeKey } from '../mirroring/composed.ts'
import { mirrored, withMirror } from '../mirroring/open-mirror.ts'
import { oldADay, runMirror } from '../mirroring/run-mirror.ts'
import { findMissingKeys } from '../mirrors/tumblr/keys.ts'
import { Problem } from '../model/problem.ts'
import type { FridayOptions } from './run-friday.ts'

/** Keeps the blog that site.yaml names in step. The Problem that ended it, for the end of the run. */
export async function mirrorAll(options: FridayOptions): Promise<Problem | undefined> {
  const { root, env, dryRun, progress, signal, tell } = options
  if (readSite(root).tumblr === undefined) return undefined
  const chats = mirrored(options.chats, env)
  if (chats.length === 0) return undefined
  const missing = findMissingKeys(env)
  if (missing.length > 0) {
    tell(
      `Not mirrored: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not here; see docs/tumblr.md`,
    )
    return undefined
  }
  const run = {
    root,
    chats,
    dates: [],
    dryRun,
    again: false,
    old: oldADay,
    yes: false,
    code: composeKey(),
    clock: Date.now,
    progress,
    signal,
    tell,
  }
  try {
    await withLock({ root }, () =>
      withMirror('tumblr', { root, env }, (mirror) => runMirror({ ...run, mirror })),
    )
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
