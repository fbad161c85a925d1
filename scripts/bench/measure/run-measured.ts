import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import type { Command, Usage } from './command.ts'

const hook = new URL('usage-hook.mjs', import.meta.url).href
const shape = z.object({ cpuMicros: z.number(), peakKiB: z.number() })

/** User seconds, system seconds and peak KiB, `1.25 0.31 45678`. */
const timed = z
  .string()
  .transform((text) => text.trim().split(' ').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number()]))

/** Runs a program to its end. Throws a Problem with what it said last where it fails. */
export async function runMeasured(command: Command, signal: AbortSignal): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const usageFile = join(folder, 'usage.json')
  try {
    const started = performance.now()
    await runToEnd(command, usageFile, signal)
    const wallSeconds = (performance.now() - started) / 1000
    return { wallSeconds, ...readUsage(command, readFileSync(usageFile, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readUsage({ program }: Command, text: string): Omit<Usage, 'wallSeconds'> {
  if (program !== undefined) {
    const [user, system, peakKiB] = timed.parse(text)
    return { cpuSeconds: user + system, peakMiB: peakKiB / 1024 }
  }
  const { cpuMicros, peakKiB } = shape.parse(JSON.parse(text))
  return { cpuSeconds: cpuMicros / 1e6, peakMiB: peakKiB / 1024 }
}

function runToEnd(command: Command, usageFile: string, signal: AbortSignal): Promise<void> {
  const { program, args, cwd, env } = command
  const [run, ...runArgs] =
    program === undefined
      ? [process.execPath, '--import', hook, ...args]
      : ['/usr/bin/time', '-q', '-o', usageFile, '-f', '%U %S %M', program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(run, runArgs, {
      cwd,
      env: { ...process.env, ...env, BENCH_USAGE_FILE: usageFile },
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
      const name = program ?? 'node'
      reject(new Problem(`${name} ${args.join(' ')}: it ended with ${code}: ${said.trim() || 'it said nothing'}`)) // biome-ignore format: a sentence
    })
  })
}
