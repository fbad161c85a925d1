import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '../../scripts/demo/stand-in.ts'
import { filesBelow, ownChat, runCommand, startChat } from './real-run.ts'

/** Small disks are made with mount, which takes root on Linux. */
const canMount = tryMount()
const why = canMount ? '' : ' (skipped: no right to mount a small disk)'
const posts = 250

let content: Record<string, string> = {}
beforeAll(async () => {
  const root = ownChat()
  const server = await startChat(posts)
  await runCommand(root, server)
  content = filesBelow(join(root, 'content'))
  await server.close()
  rmSync(root, { recursive: true })
})

let root = ''
let server: StandIn | undefined
let isMounted = false
afterAll(async () => {
  await clear()
})

async function clear() {
  if (isMounted) execFileSync('umount', [root])
  isMounted = false
  await server?.close()
  if (root !== '') rmSync(root, { recursive: true, force: true })
  root = ''
}

/** A chat on a disk of so many kilobytes. */
async function onDisk(kilobytes: number) {
  await clear()
  const template = ownChat()
  root = `${template}-disk`
  cpSync(template, root, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', root])
  isMounted = true
  cpSync(template, root, { recursive: true })
  rmSync(template, { recursive: true })
  server = await startChat(posts)
  return server
}

const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, root])

test.skipIf(!canMount).each([20, 24, 32, 64, 128, 192, 256, 320, 384])(
  `a disk that is full at %i kB leaves the last good state, and with room the next run finishes${why}`,
  async (size) => {
    const server = await onDisk(size)
    const before = filesBelow(join(root, 'content'))
    const first = await runCommand(root, server)
    const after = filesBelow(join(root, 'content'))
    if (first.code !== 0) {
      expect(first.err).toMatch(
        /^\S+: the disk is full: make room and run the command again; nothing was changed/,
      )
      expect(after).toEqual(before)
    }
    remount('size=20m')
    const second = await runCommand(root, server)
    expect([second.code, second.err]).toEqual([0, ''])
    expect(filesBelow(join(root, 'content'))).toEqual(content)
  },
  120_000,
)

test.skipIf(!canMount)(`a read-only disk is left as it is, and X is not asked${why}`, async () => {
  const server = await onDisk(20_000)
  const before = filesBelow(root)
  remount('ro')
  const { code, err } = await runCommand(root, server)
  expect(code).toBe(1)
  expect(err).toBe('.cache/lock: the disk is read-only: copy the project to one that can be written to\n')
  expect(server.requests).toEqual([])
  expect(filesBelow(root)).toEqual(before)
})

/** Root may write everywhere, so that the command runs as nobody. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined

test.skipIf(process.platform === 'win32')(
  'a read-only folder is left as it is, and X is not asked (skipped on Windows, which knows no such folder)',
  async () => {
    await clear()
    root = ownChat()
    server = await startChat(posts)
    chmodSync(root, 0o555)
    const { code, err } = await runCommand(root, server, uid === undefined ? {} : { uid })
    chmodSync(root, 0o755)
    expect(err).toMatch(/^\.cache\/lock: this may not be read or written: give yourself the right to it/)
    expect([code, server.requests]).toEqual([1, []])
  },
)

function tryMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = ownChat()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
