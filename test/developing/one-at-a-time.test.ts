import { expect, test } from 'vitest'
import { oneAtATime } from '../../scripts/developing/one-at-a-time.ts'

/** A job that runs until it is let go, and how often it began. */
function heldJob() {
  const waiting: ((error?: Error) => void)[] = []
  let begun = 0
  const job = () => {
    begun++
    return new Promise<void>((resolve, reject) => {
      waiting.push((error) => (error ? reject(error) : resolve()))
    })
  }
  return { job, begun: () => begun, end: (error?: Error) => waiting.shift()?.(error) }
}

test('calls while it runs are one more run after it', async () => {
  const { job, begun, end } = heldJob()
  const run = oneAtATime(job)
  const first = run()
  const [second, third] = [run(), run()]
  expect(begun()).toBe(1)
  end()
  await first
  await expect.poll(begun).toBe(2)
  end()
  await Promise.all([second, third])
  expect(begun()).toBe(2)
})

test('a run that fails fails its own call only', async () => {
  const { job, begun, end } = heldJob()
  const run = oneAtATime(job)
  const first = run()
  const second = run()
  end(new Error('no'))
  await expect(first).rejects.toThrow('no')
  await expect.poll(begun).toBe(2)
  end()
  await second
  const third = run()
  end()
  await third
  expect(begun()).toBe(3)
})
