import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishSftp } from '../../../scripts/publishing/sftp/publish-sftp.ts'
import { noProgress, put, siteOf } from '../site.ts'

/** A server that knows passwords only, and has nothing to give but "no rights": who is told that is logged in. */
const password = 'correct horse'
const permissionDenied = 3
const keys = ssh2.utils.generateKeyPairSync('ed25519')
const server = new ssh2.Server({ hostKeys: [keys.private] }, (client) => {
  client.on('error', () => undefined)
  client.on('authentication', (login) => {
    if (login.method === 'password' && login.username === 'word' && login.password === password) {
      return login.accept()
    }
    if (login.method === 'keyboard-interactive' && login.username === 'question') {
      return login.prompt(['Password: '], ([answer]) =>
        answer === password ? login.accept() : login.reject(),
      )
    }
    login.reject(login.username === 'word' ? ['password'] : ['keyboard-interactive'])
  })
  client.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => {
      const sftp = acceptSftp()
      sftp.on('STAT', (id) => sftp.status(id, permissionDenied))
    })
  })
})

let port = 0
let root = ''
let remove = () => {}
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => {
  ;({ root, remove } = siteOf({ 'index.html': 'home' }))
  put(join(root, '../home/.ssh/known_hosts'), `[127.0.0.1]:${port} ${keys.public}\n`)
})
afterEach(() => remove())

function publish(user: string, env: Record<string, string>): Promise<string[]> {
  return publishSftp({
    root,
    address: { user, host: '127.0.0.1', port, path: 'site' },
    rsync: true,
    force: false,
    dryRun: false,
    progress: noProgress,
    env,
    home: join(root, '../home'),
    pauseMillis: 1,
  })
}

test.each([
  ['word', { PUBLISH_PASSWORD: password }, /site: you may not write there/],
  ['question', { PUBLISH_PASSWORD: password }, /site: you may not write there/],
  ['word', { PUBLISH_PASSWORD: 'wrong' }, /the server refuses this login/],
  ['word', {}, /the server refuses this login/],
  ['word', { PUBLISH_PASSWORD: password, SSH_AUTH_SOCK: '.' }, /site: you may not write there/],
])('a server that asks for a %s, with %o', async (user, env, message) => {
  await expect(publish(user, env)).rejects.toThrow(message)
})

test('an agent that does not answer is left out', async () => {
  mkdirSync(join(root, 'agent'))
  const env = { SSH_AUTH_SOCK: join(root, 'agent') }
  await expect(publish('word', env)).rejects.toThrow(/the server refuses this login/)
})
