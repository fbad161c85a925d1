import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

const { root, remove } = scratch({ 'content/site.yaml': 'title: Archive\n' })
const other = createServer()
beforeAll(() => new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  other.close()
  remove()
})

test('where the port is taken it says so and ends', async () => {
  const { port } = other.address() as AddressInfo
  const { code, err } = await runIn(root, 'dev', '--port', String(port))
  expect(code).toBe(1)
  expect(err).toContain(String(port))
})
