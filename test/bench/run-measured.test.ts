import { expect, test } from 'vitest'
import { runMeasured } from '../../scripts/bench/measure/run-measured.ts'

const never = new AbortController().signal
const node = (code: string) => ({ args: ['-e', code], cwd: process.cwd() })

test('tells time and memory of a program as Node counts them', async () => {
  const idle = await runMeasured(node('0'), never)
  const busy = await runMeasured(node('while (process.cpuUsage().user < 6e5); Buffer.alloc(2e8, 1)'), never)
  expect(busy.wallSeconds).toBeGreaterThan(0.3)
  expect(busy.cpuSeconds).toBeGreaterThan(idle.cpuSeconds)
  expect(busy.peakMiB).toBeGreaterThan(190)
})

test('a program that fails is told with what it said last', async () => {
  const failing = runMeasured(node("console.error('no such thing'); process.exit(3)"), never)
  await expect(failing).rejects.toThrow(/it ended with 3: no such thing/)
})
