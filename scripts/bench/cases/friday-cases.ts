import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { benchChat } from '../generate/bench-chat.ts'
import type { Command } from '../measure/command.ts'
import type { Case, Contender } from '../measure/compare.ts'
import { runMeasured } from '../measure/run-measured.ts'
import { hugo, hugoCommand } from '../rivals/hugo.ts'
import { eleventyCommand, onePage } from '../rivals/plain-eleventy.ts'
import { type BuildCase, countPages, writeSettings } from './build-cases.ts'
import { ownCommand } from './places.ts'

/** The newest session comes to an archive that is built. */
export function addedCase({ size, archive, runs }: BuildCase, hugoProject: string | undefined): Case {
  const contenders = [
    ownAdded('this project', archive),
    ...(hugoProject === undefined ? [] : [hugoAdded(hugoProject)]),
  ]
  return { task: 'one session added', size, runs, contenders }
}

/** The same in a large archive and in a small one. */
export function growthCase({ size, archive, runs }: BuildCase, small: BuildCase): Case {
  const contenders = [ownAdded(size, archive), ownAdded(small.size, small.archive)]
  return { task: 'one session added', size: `${size} to ${small.size}`, runs, contenders }
}

/** Against what it costs to start Eleventy at all. */
export function unchangedCase({ size, archive, runs }: BuildCase, cache: string): Case {
  const output = join(cache, 'one-page')
  const onePageCommand = eleventyCommand(onePage)
  const startOnly: Contender = {
    name: 'Eleventy, one page',
    command: { ...onePageCommand, args: [...onePageCommand.args, `--output=${output}`] },
    prepare: () => undefined,
    countPages: () => countPages(output),
  }
  const own: Contender = {
    name: 'this project',
    command: ownCommand('build.ts', archive),
    prepare: (signal) => {
      writeSettings(archive)
      return build(archive, signal)
    },
    countPages: () => countPages(join(archive, 'dist')),
  }
  return { task: 'nothing changed', size, runs, contenders: [own, startOnly] }
}

export function ownAdded(name: string, archive: string): Contender {
  const held = holdNewest(join(archive, 'content', benchChat), join(archive, 'held'))
  return {
    name,
    command: ownCommand('build.ts', archive),
    prepare: async (signal) => {
      writeSettings(archive)
      held.takeOut()
      try {
        await build(archive, signal)
      } finally {
        held.putBack()
      }
    },
    countPages: () => countPages(join(archive, 'dist')),
  }
}

function hugoAdded(project: string): Contender {
  const parts = ['sessions', 'hour'].map((part) =>
    holdNewest(join(project, hugo.pages, part), join(project, 'held', part)),
  )
  const command = hugoCommand(project)
  return {
    name: 'Hugo',
    command,
    prepare: async (signal) => {
      rmSync(join(project, 'public'), { recursive: true, force: true })
      for (const part of parts) part.takeOut()
      try {
        await run(command, signal)
      } finally {
        for (const part of parts) part.putBack()
      }
    },
    countPages: () => countPages(join(project, 'public')),
  }
}

/** Takes a folder's newest date away and brings it back; one that was left away by a run that died comes back first. */
function holdNewest(folder: string, aside: string): { takeOut: () => void; putBack: () => void } {
  const putBack = () => {
    if (!existsSync(aside)) return
    for (const name of readdirSync(aside)) renameSync(join(aside, name), join(folder, name))
    rmSync(aside, { recursive: true })
  }
  putBack()
  const takeOut = () => {
    const newest = readdirSync(folder)
      .filter((name) => /^\d{4}-/.test(name))
      .sort()
      .at(-1)
    if (newest === undefined) return
    mkdirSync(aside, { recursive: true })
    renameSync(join(folder, newest), join(aside, newest))
  }
  return { takeOut, putBack }
}

function build(archive: string, signal: AbortSignal): Promise<void> {
  return run(ownCommand('build.ts', archive), signal)
}

async function run(command: Command, signal: AbortSignal): Promise<void> {
  await runMeasured(command, signal)
}
