import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishSftp } from '../../../scripts/publishing/sftp/publish-sftp.ts'
import { toSftpProblem } from '../../../scripts/publishing/sftp/sftp-problem.ts'
import { noProgress, siteOf } from '../site.ts'

// biome-ignore format: a table
test.each<[string, string | number | undefined, RegExp]>([
  ['getaddrinfo ENOTFOUND exmaple.org', 'ENOTFOUND', /^anna@host:x: there is no server of this name/],
  ['connect ECONNREFUSED', 'ECONNREFUSED', /takes no SFTP at this port/],
  ['connect ETIMEDOUT', 'ETIMEDOUT', /does not answer/],
  ['connect EHOSTUNREACH', 'EHOSTUNREACH', /cannot be reached/],
  ['getConnection: All configured authentication methods failed', 'ERR_GENERIC_CLIENT', /refuses this login/],
  ['getConnection: Timed out while waiting for handshake', 'ERR_GENERIC_CLIENT', /speaks no SFTP/],
  ['Unable to start subsystem: sftp', undefined, /this server has no SFTP/],
  ['Permission denied', 3, /you may not write there/],
  ['Failure', 4, /mostly a full disk or a used-up share/],
  ['full', 14, /there is no room left/],
  ['No response from server', undefined, /the connection broke off/],
  ['read ECONNRESET', 'ECONNRESET', /the connection broke off/],
])('%s (%s)', (message, code, sentence) => {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code })
  expect(toSftpProblem(error, 'anna@host:x')).toMatchObject({ name: 'Problem', message: expect.stringMatching(sentence) })
})

test('a bug stays a bug', () => {
  const bug = new TypeError('x is not a function')
  expect(toSftpProblem(bug, 'anna@host:x')).toBe(bug)
})

let root = ''
let remove = () => {}
beforeEach(() => {
  ;({ root, remove } = siteOf({ 'index.html': 'home' }))
})
afterEach(() => remove())

test.each<[string, (socket: Socket) => void, RegExp]>([
  [
    'a web server',
    (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    /speaks no SFTP|broke off/,
  ],
  ['a server that hangs up', (socket) => socket.end(), /speaks no SFTP|broke off/],
])('%s in the place of the right one is told', async (_, answer, message) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).resume()
    answer(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  try {
    const published = publishSftp({
      root,
      address: { user: 'anna', host: '127.0.0.1', port, path: 'site' },
      rsync: true,
      force: false,
      dryRun: false,
      progress: noProgress,
      env: { PUBLISH_PASSWORD: 'x' },
      home: join(root, '../home'),
      pauseMillis: 1,
    })
    await expect(published).rejects.toThrow(message)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})
