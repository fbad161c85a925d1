import type { Progress } from '../../terminal/progress.ts'
import type { Command, Usage } from './command.ts'
import { runMeasured } from './run-measured.ts'

/** One way of doing a task. */
export type Contender = {
  /** As the table calls it. */
  readonly name: string
  readonly command: Command
  /** Brings back the state before the task; not measured. */
  readonly prepare: (signal: AbortSignal) => void | Promise<void>
  /** Pages that stand there after a run, where it makes pages. */
  readonly countPages?: () => number
}

/** A task, and who does it; the ratios are of the first to each of the others. */
export type Case = {
  readonly task: string
  readonly size: string
  readonly contenders: readonly Contender[]
  readonly runs: number
}

export type Row = {
  readonly task: string
  readonly size: string
  readonly name: string
  readonly runs: number
  /** Medians. */
  readonly usage: Usage
  /** Of the first contender to this one; undefined for the first. */
  readonly ratio: Usage | undefined
  readonly pages: number | undefined
}

type Watch = { readonly progress: Progress; readonly signal: AbortSignal }

/** Runs the contenders in turn, A B A B, so that what else the machine does hits all of them. */
export async function compare(item: Case, { progress, signal }: Watch): Promise<Row[]> {
  const { task, size, contenders, runs } = item
  const measured = contenders.map((contender) => ({ contender, usages: [] as Usage[] }))
  progress.start(`${task}, ${size}`, runs * contenders.length)
  for (let run = 0; run < runs; run++) {
    for (const { contender, usages } of measured) {
      await contender.prepare(signal)
      const usage = await runMeasured(contender.command, signal)
      usages.push(usage)
      progress.advance(1, `${contender.name} ${usage.wallSeconds.toFixed(1)} s`)
    }
  }
  progress.close()
  const first = median(measured[0]?.usages ?? [])
  return measured.map(({ contender: { name, countPages }, usages }, index) => {
    const usage = median(usages)
    const ratio = index === 0 ? undefined : ratioOf(first, usage)
    return { task, size, name, runs, usage, ratio, pages: countPages?.() }
  })
}

/** Each figure's own median. */
export function median(usages: readonly Usage[]): Usage {
  return {
    wallSeconds: middle(usages.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: middle(usages.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: middle(usages.map(({ peakMiB }) => peakMiB)),
  }
}

function ratioOf(a: Usage, b: Usage): Usage {
  return {
    wallSeconds: a.wallSeconds / b.wallSeconds,
    cpuSeconds: a.cpuSeconds / b.cpuSeconds,
    peakMiB: a.peakMiB / b.peakMiB,
  }
}

/** Of an even number the mean of the middle two; NaN of none. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
  return (low + high) / 2
}
