import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '../../terminal/progress.ts'
import { ownAdded } from '../cases/friday-cases.ts'
import { benchCache, ownCommand } from '../cases/places.ts'
import { postsPerSession } from '../generate/session-posts.ts'
import { createLanguage } from '../generate/words.ts'
import type { Usage } from '../measure/command.ts'
import { runMeasured } from '../measure/run-measured.ts'
import { type FolderSize, folderSize } from './folder-size.ts'
import { type GitCost, gitCost } from './git-cost.ts'
import { growChat } from './grow.ts'

export type ScaleOptions = {
  /** Sessions of each chat. */
  readonly sessions: number
  /** It goes on doubling as long as the next step is likely to end within so many minutes of the start. */
  readonly minutes: number
  readonly seed: number
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** One archive, measured. */
export type ScaleStep = {
  readonly chats: number
  readonly sessions: number
  readonly posts: number
  readonly content: FolderSize
  readonly site: FolderSize
  readonly full: Usage
  /** One session more. */
  readonly added: Usage
  readonly git: GitCost
}

/** An archive that doubles its chats, from one on; each step as soon as it is measured. */
export async function* runScale(options: ScaleOptions): AsyncGenerator<ScaleStep> {
  const { minutes, signal } = options
  const root = join(benchCache, 'scale')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const begun = performance.now()
  try {
    let last = 0
    for (let chats = 1; !signal.aborted; chats *= 2) {
      const started = performance.now()
      // Twice as much takes at least twice as long.
      if (started + 2 * last - begun > minutes * 60_000) return
      yield await measureStep(root, chats, options)
      last = performance.now() - started
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function measureStep(root: string, chats: number, options: ScaleOptions): Promise<ScaleStep> {
  const { sessions, seed, progress, signal } = options
  const language = createLanguage(seed)
  const grown = chats === 1 ? 0 : chats / 2
  progress.start(`Growing to ${chats} chats of ${sessions} sessions`, (chats - grown) * sessions)
  for (let chat = grown; chat < chats; chat++) {
    growChat({ root, language, seed, chat, sessions, advance: () => progress.advance(1, 'sessions written') })
    signal.throwIfAborted()
  }
  progress.start('Committing it')
  const git = gitCost(root)
  progress.start(`Building ${chats * sessions} sessions`)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  rmSync(join(root, '.cache'), { recursive: true, force: true })
  const full = await runMeasured(ownCommand('build.ts', root), signal)
  progress.start('Building one session more')
  const contender = ownAdded('added', root)
  await contender.prepare(signal)
  const added = await runMeasured(contender.command, signal)
  progress.close()
  return {
    chats,
    sessions: chats * sessions,
    posts: chats * sessions * postsPerSession,
    content: folderSize(join(root, 'content')),
    site: folderSize(join(root, 'dist')),
    full,
    added,
    git,
  }
}
