import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow, ownChat, runCommand, startChat } from './real-run.ts'

test('of two processes at once one waits, and X is asked by the other alone', async () => {
  const root = ownChat()
  const server = await startChat(250)
  const runs = await Promise.all([runCommand(root, server), runCommand(root, server)])
  await server.close()
  const files = filesBelow(root)
  rmSync(root, { recursive: true })
  expect(runs.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ])
  const said = runs.map(({ out }) => out).join('\n')
  expect(said).toMatch(/^Waiting: another run is at work \(process \d+\)$/m)
  expect(said).toContain('nothing is due')
  expect(server.requests.filter(({ path }) => path.includes('/search/'))).toHaveLength(3)
  expect(
    Object.values(files)
      .join()
      .match(/<!-- id=/g),
  ).toHaveLength(250)
})
