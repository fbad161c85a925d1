import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchSettings, benchSiteYaml } from '../generate/bench-chat.ts'
import type { Case, Contender } from '../measure/compare.ts'
import { hugoCommand } from '../rivals/hugo.ts'
import { eleventyCommand } from '../rivals/plain-eleventy.ts'
import { plainNodeCommand } from '../rivals/plain-node.ts'
import { ownCommand } from './places.ts'

export type BuildCase = {
  readonly size: string
  /** Folder with a content/. */
  readonly archive: string
  readonly runs: number
}

/** The same posts as projects of others: their folders; undefined where one is not measured. */
export type Rivals = {
  readonly eleventy: string
  readonly hugo: string | undefined
  /** Whether the floor is measured too: it reads only what the generator wrote. */
  readonly floor: boolean
}

/** The whole site made anew into an empty folder; without search and text files, which the others have not. */
export function buildCase({ size, archive, runs }: BuildCase, { eleventy, hugo, floor }: Rivals): Case {
  const contenders = [
    ownBuild(archive),
    intoEmpty('plain Eleventy', join(eleventy, '_site'), eleventyCommand(eleventy)),
    ...(hugo === undefined ? [] : [intoEmpty('Hugo', join(hugo, 'public'), hugoCommand(hugo))]),
    ...(floor ? [plainNode(archive)] : []),
  ]
  return { task: 'full build', size, runs, contenders }
}

function plainNode(archive: string): Contender {
  const output = join(archive, 'plain-node')
  return intoEmpty('plain Node', output, plainNodeCommand(archive, output))
}

/** The first contender's task with every TypeScript file compiled anew: nothing that was kept of earlier runs is used. */
export function compiledAnew({ task, size, runs, contenders }: Case): Case {
  const env = { TSX_DISABLE_CACHE: '1', NODE_DISABLE_COMPILE_CACHE: '1' }
  const cold = contenders.slice(0, 1).map((one) => ({ ...one, command: { ...one.command, env } }))
  return { task: `${task}, code compiled anew`, size, runs, contenders: cold }
}

/** What search and text files cost on top. */
export function extrasBuildCases({ size, archive, runs }: BuildCase): Case[] {
  return [
    { task: 'full build, with text files', extras: { textFiles: true } },
    { task: 'full build, with search', extras: { search: true } },
  ].map(({ task, extras }) => ({ task, size, runs, contenders: [ownBuild(archive, extras)] }))
}

function ownBuild(archive: string, extras: Partial<BenchSettings> = {}): Contender {
  const build = intoEmpty('this project', join(archive, 'dist'), ownCommand('build.ts', archive))
  const prepare = () => {
    rmSync(join(archive, '.cache'), { recursive: true, force: true })
    writeSettings(archive, extras)
    return build.prepare(new AbortController().signal)
  }
  return { ...build, prepare }
}

/** The site's settings for a measurement. */
export function writeSettings(archive: string, extras: Partial<BenchSettings> = {}): void {
  writeFileSync(
    join(archive, 'content/site.yaml'),
    benchSiteYaml({ search: false, textFiles: false, ...extras }),
  )
}

function intoEmpty(name: string, output: string, command: Contender['command']): Contender {
  return {
    name,
    command,
    prepare: () => rmSync(output, { recursive: true, force: true }),
    countPages: () => countPages(output),
  }
}

/** 0 where nothing was built. */
export function countPages(output: string): number {
  if (!existsSync(output)) return 0
  return readdirSync(output, { recursive: true }).filter((file) => String(file).endsWith('.html')).length
}
