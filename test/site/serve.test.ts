import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Server } from '../../scripts/site/listen.ts'
import { serveFolder } from '../../scripts/site/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'serve-'))
let server: Server

beforeAll(async () => {
  mkdirSync(join(folder, 'site/lgovsm'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site/index.html'), 'home')
  writeFileSync(join(folder, 'site/404.html'), 'missing')
  writeFileSync(join(folder, 'site/lgovsm/index.html'), 'chat')
  server = await serveFolder(join(folder, 'site'), 0)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['', 200, 'home'],
  ['lgovsm/', 200, 'chat'],
  ['lgovsm', 200, 'chat'],
  ['lgovsm/index.html', 200, 'chat'],
  ['nowhere/', 404, 'missing'],
  ['nowhere.txt', 404, 'missing'],
  ['%2e%2e/secret.txt', 404, 'missing'],
  ['..%2fsecret.txt', 404, 'missing'],
])('/%s answers %i: %s', async (path, status, text) => {
  const answer = await fetch(server.address + path)
  expect([answer.status, await answer.text()]).toEqual([status, text])
})

test('a port that is taken is said', async () => {
  const port = Number(new URL(server.address).port)
  await expect(serveFolder(folder, port)).rejects.toThrow(`port ${port}: another program is using it`)
})
