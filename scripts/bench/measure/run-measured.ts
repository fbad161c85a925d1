import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import type { Command, Usage } from './command.ts'

const hook = new URL('usage-hook.mjs', import.meta.url).href
const shape = z.object({ cpuMicros: z.number(), peakKiB: z.number() })

/** Runs a program to its end. Throws a Problem with what it said last where it fails. */
export async function runMeasured(command: Command, signal: AbortSignal): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const usageFile = join(folder, 'usage.json')
  try {
    const started = performance.now()
    await runToEnd({ ...command, env: { ...command.env, BENCH_USAGE_FILE: usageFile } }, signal)
    const wallSeconds = (performance.now() - started) / 1000
    const { cpuMicros, peakKiB } = shape.parse(JSON.parse(readFileSync(usageFile, 'utf8')))
    return { wallSeconds, cpuSeconds: cpuMicros / 1e6, peakMiB: peakKiB / 1024 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runToEnd({ args, cwd, env }: Command, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', hook, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let said = ''
    const listen = (chunk: unknown) => {
      said = (said + String(chunk)).slice(-4000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(
        new Problem(`node ${args.join(' ')}: it ended with ${code}: ${said.trim() || 'it said nothing'}`),
      )
    })
  })
}
