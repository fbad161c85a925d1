import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchSiteYaml } from '../generate/bench-chat.ts'
import type { Case, Contender } from '../measure/compare.ts'
import { installedEleventy } from '../plain-eleventy.ts'
import { ownCommand } from './places.ts'

type BuildCase = {
  readonly size: string
  /** Folder with a content/. */
  readonly archive: string
  /** The same posts as a plain Eleventy project. */
  readonly plain: string
  readonly runs: number
}

/** The whole site made anew into an empty folder; without search, which the other has not. */
export function buildCase({ size, archive, plain, runs }: BuildCase): Case {
  return { task: 'full build', size, runs, contenders: [ownBuild(archive), plainBuild(plain)] }
}

/** The same with every TypeScript file compiled anew, as on a machine that never ran it. */
export function coldBuildCase({ size, archive, runs }: OwnCase): Case {
  const warm = ownBuild(archive)
  const command = { ...warm.command, env: { TSX_DISABLE_CACHE: '1' } }
  return { task: 'full build, code compiled anew', size, runs, contenders: [{ ...warm, command }] }
}

/** What search costs on top. */
export function searchBuildCase({ size, archive, runs }: OwnCase): Case {
  return { task: 'full build, with search', size, runs, contenders: [ownBuild(archive, { search: true })] }
}

type OwnCase = Omit<BuildCase, 'plain'>

function ownBuild(archive: string, settings = { search: false }): Contender {
  const build = intoEmpty('this project', join(archive, 'dist'), ownCommand('build.ts', archive))
  const prepare = () => {
    writeFileSync(join(archive, 'content/site.yaml'), benchSiteYaml(settings))
    build.prepare()
  }
  return { ...build, prepare }
}

function plainBuild(plain: string): Contender {
  const { program } = installedEleventy()
  return intoEmpty('plain Eleventy', join(plain, '_site'), { args: [program, '--quiet'], cwd: plain })
}

function intoEmpty(name: string, output: string, command: Contender['command']): Contender {
  return {
    name,
    command,
    prepare: () => rmSync(output, { recursive: true, force: true }),
    countPages: () =>
      readdirSync(output, { recursive: true }).filter((file) => String(file).endsWith('.html')).length,
  }
}
