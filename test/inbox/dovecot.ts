import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Mailbox } from '../../scripts/inbox/sources/mailbox-settings.ts'

/** Why there is no mail server to try; undefined where there is one. */
export const noDovecot =
  spawnSync('dovecot', ['--version']).status === 0
    ? undefined
    : 'needs dovecot (apt-get install dovecot-imapd)'

export const user = 'ann.host@example.org'
export const password = 'a-password-for-tests'

/** A real IMAP server of this machine on loopback, with an empty mailbox. */
export async function startDovecot() {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'))
  const port = await freePort()
  const mail = mailUser()
  mkdirSync(join(folder, 'mail'))
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'mail'), 0o777)
  writeFileSync(join(folder, 'dovecot.conf'), config({ folder, port, mail }))
  const child = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      log += data
      if (/starting up/.test(log)) resolve()
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`dovecot ended: ${log}`)))
  })
  const box = join(folder, 'mail/Maildir')
  const own = (path: string) => chownSync(path, mail.uid, mail.gid)
  for (const path of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(box, path), { recursive: true })
    own(join(box, path))
  }
  let count = 0
  const mailbox: Mailbox = {
    host: '127.0.0.1',
    port,
    isSecure: false,
    isLocal: true,
    folder: 'INBOX',
    user,
    password,
  }
  return {
    mailbox,
    env: {
      INBOX_IMAP_URL: `imap://127.0.0.1:${port}/`,
      INBOX_IMAP_USER: user,
      INBOX_IMAP_PASSWORD: password,
    },
    /** A mail arrives. */
    deliver: (raw: Buffer) => {
      count += 1
      const path = join(box, 'new', `${Math.floor(Date.now() / 1000)}.${count}.test`)
      writeFileSync(path, raw)
      own(path)
    },
    /** Names of all mails with their flags, and what stands in them. */
    stored: () =>
      ['new', 'cur'].flatMap((part) =>
        readdirSync(join(box, part)).map((name) => `${name} ${statSync(join(box, part, name)).size}`),
      ),
    /** The folder gets another UIDVALIDITY, as after a move to another server. */
    renumber: () => {
      for (const name of readdirSync(box)) {
        if (name.startsWith('dovecot')) rmSync(join(box, name), { force: true, recursive: true })
      }
    },
    log: () => log,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>

type MailUser = { readonly name: string; readonly uid: number; readonly gid: number; readonly group: string }

/** Dovecot serves nobody as root. */
function mailUser(): MailUser {
  const { username, uid } = userInfo()
  const name = uid === 0 ? 'nobody' : username
  const idOf = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim()
  return { name, uid: Number(idOf('-u')), gid: Number(idOf('-g')), group: idOf('-gn') }
}

type Config = { readonly folder: string; readonly port: number; readonly mail: MailUser }

function config({ folder, port, mail }: Config): string {
  const isRoot = userInfo().uid === 0
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${isRoot ? 'dovecot' : mail.name}
default_internal_group = ${isRoot ? 'dovecot' : mail.group}
default_login_user = ${isRoot ? 'dovenull' : mail.name}
mail_uid = ${mail.uid}
mail_gid = ${mail.gid}
first_valid_gid = 0
first_valid_uid = 0
mail_location = maildir:${folder}/mail/Maildir
passdb {
  driver = static
  args = user=${user} password=${password}
}
userdb {
  driver = static
  args = home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
