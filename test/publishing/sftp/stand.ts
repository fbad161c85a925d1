import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Debian's sshd as a child on loopback, with keys and a configuration of its own. */
export type Stand = {
  readonly port: number
  /** Stands for the home of who publishes: .ssh with a key and the server's own in known_hosts. */
  readonly home: string
  /** What is there to publish into; open to every user. */
  readonly space: string
  /** The server's public key, `ssh-ed25519 AAAA…`. */
  readonly hostKey: string
  readonly sftpOnly: boolean
  readonly close: () => Promise<void>
}

export type StandOptions = {
  /** Only SFTP, as on most web spaces: no shell, and so no rsync. */
  readonly sftpOnly?: boolean
  /** More lines of its configuration. */
  readonly lines?: readonly string[]
}

const sshd = '/usr/sbin/sshd'

/** Why no stand can be had here; undefined where it can. */
export function noStand(): string | undefined {
  if (!existsSync(sshd)) return 'sshd is not installed (apt-get install openssh-server)'
  try {
    execFileSync('ssh-keygen', ['-?'], { stdio: 'ignore' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return 'ssh-keygen is not installed'
  }
  return undefined
}

export async function startStand({ sftpOnly = false, lines = [] }: StandOptions = {}): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'sftp-stand-'))
  chmodSync(folder, 0o755)
  const [home, space] = [join(folder, 'home'), join(folder, 'space')]
  mkdirSync(join(home, '.ssh'), { recursive: true })
  mkdirSync(space)
  chmodSync(space, 0o777)
  makeKey(join(folder, 'host_key'))
  makeKey(join(home, '.ssh/id_ed25519'))
  writeFileSync(join(folder, 'authorized'), readFileSync(join(home, '.ssh/id_ed25519.pub')))
  const port = await freePort()
  const hostKey = publicKey(join(folder, 'host_key.pub'))
  writeFileSync(join(home, '.ssh/known_hosts'), `[127.0.0.1]:${port} ${hostKey}\n`)
  // Where sshd runs as root it wants this, which a service would have made.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  const config = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host_key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    `PidFile ${join(folder, 'pid')}`,
    'StrictModes no',
    'UsePAM no',
    'PermitRootLogin yes',
    'PasswordAuthentication no',
    'MaxStartups 100',
    'Subsystem sftp internal-sftp',
    ...(sftpOnly ? ['ForceCommand internal-sftp'] : []),
    ...lines,
  ]
  writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`)
  const child = spawn(sshd, ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await answering(port)
  return {
    port,
    home,
    space,
    hostKey,
    sftpOnly,
    close: async () => {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Who the tests run as, and so who logs in. */
export const me = userInfo().username

export function makeKey(file: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
}

function publicKey(file: string): string {
  return readFileSync(file, 'utf8').trim()
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Once something listens at a port. */
export async function answering(port: number): Promise<void> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`nothing answers at port ${port}`)
}
