import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fileHash } from '../../../scripts/publishing/file-hash.ts'
import { publishSftp } from '../../../scripts/publishing/sftp/publish-sftp.ts'
import { noProgress, put, setSite, siteOf, textsIn } from '../site.ts'
import { type Line, startLine } from './counted-line.ts'
import { makeKey, me, noStand, type Stand, startStand } from './stand.ts'

/** Against Debian's openssh-server and rsync on loopback. */

const reason = noStand()
const first = {
  'index.html': '<a href="lgovsm/index.html">',
  'lgovsm/index.html': 'one',
  'lgovsm/2010-12-10/index.html': 'the tenth',
}
const second = {
  ...first,
  'lgovsm/index.html': 'one, two',
  'lgovsm/2010-12-17/index.html': 'the seventeenth',
}

type Options = Partial<Parameters<typeof publishSftp>[0]> & {
  readonly port?: number
  readonly path?: string
  readonly user?: string
}

describe.skipIf(reason)(`a server on loopback${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let stand: Stand
  let plain: Stand
  beforeAll(async () => {
    stand = await startStand()
    plain = await startStand({ sftpOnly: true })
  })
  afterAll(async () => {
    await stand.close()
    await plain.close()
  })

  let root = ''
  let remove = () => {}
  let lines: Line[] = []
  beforeEach(() => {
    ;({ root, remove } = siteOf(first))
    for (const { space } of [stand, plain]) {
      for (const name of readdirSync(space)) rmSync(join(space, name), { recursive: true })
    }
  })
  afterEach(async () => {
    await Promise.all(lines.map((line) => line.close()))
    lines = []
    remove()
  })

  async function through(to: Stand, cuts: readonly number[] = []): Promise<Line> {
    const line = await startLine(to.port, cuts)
    lines.push(line)
    const known = join(to.home, '.ssh/known_hosts')
    writeFileSync(known, `[127.0.0.1]:${line.port} ${to.hostKey}\n`, { flag: 'a' })
    return line
  }

  function publish(
    to: Stand,
    { port = to.port, path = join(to.space, 'my site'), user = me, ...options }: Options = {},
  ) {
    return publishSftp({
      root,
      address: { user, host: '127.0.0.1', port, path },
      rsync: true,
      force: false,
      dryRun: false,
      progress: noProgress,
      env: { PATH: process.env.PATH },
      home: to.home,
      pauseMillis: 1,
      ...options,
    })
  }

  describe.each([
    ['by rsync', () => stand, 'Sent by rsync over ssh'],
    ['where there is only SFTP', () => plain, 'Sent by SFTP'],
  ] as const)('%s', (what, of, way) => {
    const site = () => join(of().space, 'my site')

    test('what is new, changed and gone arrives; what is the same is not sent', async () => {
      const counts = await publish(of())
      expect(counts).toEqual([
        expect.stringMatching(/3 new, 0 changed, 0 removed, 0\.0 kB; 0 as they were$/),
        way,
      ])
      expect(textsIn(site())).toEqual(first)
      expect(statSync(join(site(), 'lgovsm/index.html')).mode & 0o444).toBe(0o444)
      const inode = statSync(join(site(), 'index.html')).ino
      setSite(root, second)
      expect(await publish(of())).toEqual([expect.stringMatching(/1 new, 1 changed, 0 removed/), way])
      expect(textsIn(site())).toEqual(second)
      expect(statSync(join(site(), 'index.html')).ino).toBe(inode)
      expect(await publish(of())).toEqual([expect.stringMatching(/4 files, all as they were$/)])
      setSite(root, first)
      expect(await publish(of())).toEqual([expect.stringMatching(/0 new, 1 changed, 1 removed/), way])
      expect(textsIn(site())).toEqual(first)
      expect(readdirSync(join(site(), 'lgovsm')).sort()).toEqual(['2010-12-10', 'index.html'])
      expect(readdirSync(site()).sort()).toEqual(['.archive-files.json', 'index.html', 'lgovsm'])
    })

    test('a dry run writes nothing', async () => {
      expect(await publish(of(), { dryRun: true })).toContain('  new      index.html')
      expect(existsSync(site())).toBe(false)
    })

    test('what stands there and is not ours is refused; with --force it stays', async () => {
      put(join(site(), 'diary/today.txt'), 'Dear diary')
      await expect(publish(of())).rejects.toThrow(/holds files that are not the archive's \(diary\)/)
      await publish(of(), { force: true })
      expect(textsIn(site())).toEqual({ ...first, 'diary/today.txt': 'Dear diary' })
      put(join(site(), 'lgovsm/2010-12-17/index.html'), 'theirs')
      setSite(root, second)
      await expect(publish(of())).rejects.toThrow(
        /my site\/lgovsm\/2010-12-17\/index\.html: somebody else put this file here/,
      )
    })

    test('where the list was lost everything is sent again with --force; a torn one is told', async () => {
      await publish(of())
      rmSync(join(site(), '.archive-files.json'))
      await expect(publish(of())).rejects.toThrow(/not the archive's/)
      expect(await publish(of(), { force: true })).toEqual([expect.stringMatching(/0 new, 3 changed/), way])
      put(join(site(), '.archive-files.json'), '{"format":1,"fi')
      await expect(publish(of())).rejects.toThrow(
        /\.archive-files\.json: the list .* cannot be read: delete it/,
      )
    })

    test('a list that leads out of the folder removes nothing outside', async () => {
      const outside = join(of().space, 'precious.txt')
      put(outside, 'precious')
      put(
        join(site(), '.archive-files.json'),
        JSON.stringify({ format: 1, files: { '../precious.txt': 'x' } }),
      )
      await publish(of())
      expect(readFileSync(outside, 'utf8')).toBe('precious')
    })

    test('a line that breaks twice is made again, and everything arrives', async () => {
      setSite(root, bigSite(40))
      const line = await through(of(), [300_000, 300_000])
      await publish(of(), { port: line.port })
      expect(hashesIn(site())).toEqual(hashesOf(bigSite(40)))
    })

    test('a line that stays broken is told; the same command goes on without sending all again', async () => {
      const large = bigSite(60)
      setSite(root, large)
      const line = await through(
        of(),
        Array.from({ length: 20 }, (_, n) => (n === 0 ? 900_000 : 1)),
      )
      const broken = publish(of(), { port: line.port })
      await expect(broken).rejects.toThrow(
        /the connection broke off, .* the same command goes on where this one stopped/,
      )
      const there = textsIn(site())
      for (const [file, text] of Object.entries(there))
        if (!file.endsWith('.tmp')) expect(text).toBe(large[file])
      const again = await through(of())
      await publish(of(), { port: again.port })
      expect(hashesIn(site())).toEqual(hashesOf(large))
      const all = Object.values(large).join('').length
      console.log(`${what}: ${all} bytes, of them ${line.sent()} before the break, ${again.sent()} after it`)
      if (way.endsWith('SFTP')) expect(again.sent()).toBeLessThan(0.75 * all)
    })

    test('no rights are told', async () => {
      // Root may do everything: another user logs in then.
      const isRoot = process.getuid?.() === 0
      mkdirSync(join(of().space, 'closed'))
      chmodSync(join(of().space, 'closed'), 0o555)
      const other = isRoot ? { user: 'nobody' } : {}
      await expect(publish(of(), { ...other, path: join(of().space, 'closed/site') })).rejects.toThrow(
        /closed\/site: you may not write there/,
      )
    })

    test.skipIf(!canMount())(
      'a full target is told, and the next run goes on (skipped where none can be mounted)',
      async () => {
        const small = join(of().space, 'small')
        mkdirSync(small)
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k,mode=777', 'tmpfs', small])
        try {
          setSite(root, { ...first, ...bigSite(60) })
          await expect(publish(of(), { path: small })).rejects.toThrow(
            /small: there is no room left: make some; the site there works as before/,
          )
          execFileSync('mount', ['-o', 'remount,size=8m', small])
          await publish(of(), { path: small })
          expect(hashesIn(small)).toEqual(hashesOf({ ...first, ...bigSite(60) }))
        } finally {
          execFileSync('umount', [small])
        }
      },
    )
  })

  test.each<[string, Options & { readonly path?: string }, RegExp]>([
    [
      'a folder in a folder that is not there',
      { path: '/nowhere/at/all' },
      /there is no folder \/nowhere\/at on this server/,
    ],
    ['a port where nothing listens', { port: 1 }, /this server takes no SFTP at this port/],
    ['a name nobody has', { user: 'nobody-at-all' }, /the server refuses this login/],
  ])('%s is told', async (_, options, message) => {
    if (options.port) writeFileSync(join(plain.home, '.ssh/known_hosts'), '', { flag: 'a' })
    await expect(publish(plain, options)).rejects.toThrow(message)
  })

  test('rsync is left out where that is asked for, and where a password is the key', async () => {
    expect((await publish(stand, { rsync: false })).at(-1)).toBe('Sent by SFTP')
    setSite(root, second)
    const env = { PATH: process.env.PATH, PUBLISH_PASSWORD: 'not asked for' }
    expect((await publish(stand, { env })).at(-1)).toBe('Sent by SFTP')
  })

  test('a file in the place of the folder is told', async () => {
    put(join(plain.space, 'my site'), 'a file')
    await expect(publish(plain)).rejects.toThrow(/a file stands where a folder should be/)
  })

  test('a server that is new is asked about, and known from then on; nobody there, it is refused with the line', async () => {
    const home = join(root, '../home')
    mkdirSync(join(home, '.ssh'), { recursive: true })
    for (const name of ['id_ed25519', 'id_ed25519.pub']) {
      writeFileSync(join(home, '.ssh', name), readFileSync(join(plain.home, '.ssh', name)), { mode: 0o600 })
    }
    await expect(publish(plain, { home })).rejects.toThrow(
      `then add this line to ~/.ssh/known_hosts: [127.0.0.1]:${plain.port} ${plain.hostKey}`,
    )
    const asked: string[] = []
    const answer = (yes: boolean) => async (question: string) => {
      asked.push(question)
      return yes
    }
    await expect(publish(plain, { home, confirm: answer(false) })).rejects.toThrow(/new to this computer/)
    await publish(plain, { home, confirm: answer(true) })
    await publish(plain, { home, confirm: answer(false) })
    expect(asked).toHaveLength(2)
    const shown = execFileSync('ssh-keygen', ['-lf', join(home, '.ssh/known_hosts')], {
      encoding: 'utf8',
    }).split(' ')[1]
    expect(asked[0]).toContain(`Its key is ${shown}.`)
  })

  test('a server with another key than before is refused before a login, whoever is there', async () => {
    makeKey(join(root, '../other'))
    const home = join(root, '../home')
    const other = readFileSync(join(root, '../other.pub'), 'utf8').trim()
    put(join(home, '.ssh/known_hosts'), `[127.0.0.1]:${plain.port} ${other}\n`)
    const confirm = async () => true
    await expect(publish(plain, { home, confirm })).rejects.toThrow(/not the server that this computer knows/)
    expect(existsSync(join(plain.space, 'my site'))).toBe(false)
  })

  test('a key file that is named, and an agent, open the door', async () => {
    const key = join(plain.home, '.ssh/id_ed25519')
    const home = join(root, '../home')
    put(join(home, '.ssh/known_hosts'), readFileSync(join(plain.home, '.ssh/known_hosts'), 'utf8'))
    await expect(publish(plain, { home })).rejects.toThrow(/refuses this login/)
    await expect(publish(plain, { home, env: { PUBLISH_KEY_FILE: 'no/key' } })).rejects.toThrow(
      /there is no file no\/key/,
    )
    await publish(plain, { home, env: { PUBLISH_KEY_FILE: key } })
    const socket = join(root, '../agent')
    const agent = execFileSync('ssh-agent', ['-a', socket], { encoding: 'utf8' })
    try {
      execFileSync('ssh-add', ['-q', key], {
        env: { ...process.env, SSH_AUTH_SOCK: socket },
        stdio: 'ignore',
      })
      await publish(plain, { home, env: { SSH_AUTH_SOCK: socket } })
    } finally {
      process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1]))
    }
  })
})

/** Short to look at where they differ. */
function hashesIn(folder: string): Record<string, string> {
  return hashesOf(textsIn(folder))
}

function hashesOf(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, fileHash(Buffer.from(text))]))
}

/** Pages that do not pack, so that bytes can be counted. */
function bigSite(pages: number): Record<string, string> {
  const page = (n: number) => {
    const words = Array.from({ length: 600 }, (_, i) =>
      createHash('sha256').update(`${n} ${i}`).digest('base64'),
    )
    return words.join('').slice(0, 25_000)
  }
  return Object.fromEntries(Array.from({ length: pages }, (_, n) => [`lgovsm/${n}/index.html`, page(n)]))
}

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false
  const folder = '/run/archive-mount-test'
  try {
    mkdirSync(folder, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
