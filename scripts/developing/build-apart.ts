import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type BuiltApart = {
  readonly isBuilt: boolean
  /** What the build told, or why there is none. */
  readonly said: string
}

const script = join(import.meta.dirname, '../build.ts')

/** Builds in a process of its own, so that code that was edited is read anew. Never throws. */
export function buildApart(root: string, signal: AbortSignal): Promise<BuiltApart> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => resolve({ isBuilt: false, said: error.message }))
    child.on('close', (code) => resolve({ isBuilt: code === 0, said: said.trim() }))
  })
}
