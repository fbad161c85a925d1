import { join } from 'node:path'
import { buildFlags, loader } from '../programs/loader.ts'
import { runProgram } from '../programs/run-program.ts'

export type BuiltApart = {
  readonly isBuilt: boolean
  /** What the build told, or why there is none. */
  readonly said: string
}

const script = join(import.meta.dirname, '../build.ts')

/** Builds in a process of its own, so that code that was edited is read anew. Never throws. */
export async function buildApart(root: string, signal: AbortSignal): Promise<BuiltApart> {
  const args = [...buildFlags, '--import', loader, script]
  try {
    const answer = await runProgram({ command: process.execPath, args, cwd: root, env: process.env, signal })
    return { isBuilt: answer?.code === 0, said: `${answer?.out ?? ''}${answer?.err ?? ''}`.trim() }
  } catch (error) {
    return { isBuilt: false, said: String(error) }
  }
}
