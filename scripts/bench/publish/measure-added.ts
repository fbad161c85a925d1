import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Line, startLine } from '../../../test/publishing/sftp/counted-line.ts'
import { me, type Stand, startStand } from '../../../test/publishing/sftp/stand.ts'
import { publishFolder } from '../../publishing/publish-folder.ts'
import { publishSftp } from '../../publishing/sftp/publish-sftp.ts'
import type { Progress } from '../../terminal/progress.ts'
import { ownCommand } from '../cases/places.ts'
import { benchChat, benchSiteYaml } from '../generate/bench-chat.ts'
import { runMeasured } from '../measure/run-measured.ts'

/** What publishing took, by one way. */
export type Published = {
  readonly way: string
  readonly search: boolean
  /** What the command says: `12 new, 40 changed, 0 removed, 812.0 kB`. */
  readonly first: string
  readonly added: string
  /** Bytes that went up the line, all of SSH included; undefined where there is none. */
  readonly firstSent: number | undefined
  readonly addedSent: number | undefined
}

export type MeasureOptions = {
  /** Folder with a generated content/. */
  readonly archive: string
  readonly search: boolean
  readonly progress: Progress
  readonly signal: AbortSignal
}

type Way = {
  readonly name: string
  readonly publish: () => Promise<readonly string[]>
  /** Bytes up the line so far. */
  readonly sent: () => number | undefined
}

/** Publishes an archive without its newest session, then with it, into a folder and to servers on loopback. */
export async function measureAdded(options: MeasureOptions): Promise<Published[]> {
  const { archive, search, progress, signal } = options
  const scratch = mkdtempSync(join(tmpdir(), 'bench-publish-'))
  const stands = [await startStand({ sftpOnly: true }), await startStand()]
  const lines: Line[] = []
  try {
    const site = `${benchSiteYaml({ search, textFiles: true })}address: https://example.org/archive/\n`
    writeFileSync(join(archive, 'content/site.yaml'), site)
    const ways = [folderWay(options, join(scratch, 'site'))]
    for (const stand of stands) {
      const line = await startLine(stand.port)
      lines.push(line)
      ways.push(serverWay(options, stand, line))
    }
    const build = async (what: string) => {
      progress.start(`Building ${what}${search ? ', with its search' : ''}`)
      await runMeasured(ownCommand('build.ts', archive), signal)
      progress.close()
    }
    const putBack = takeNewest(join(archive, 'content', benchChat), join(scratch, 'held'))
    const firsts = await build('the archive without its newest session')
      .then(() => inTurn(ways))
      .finally(putBack)
    await build('it with that session')
    const adds = await inTurn(ways)
    return ways.map(({ name }, i) => ({
      way: name,
      search,
      first: firsts[i]?.said ?? '',
      added: adds[i]?.said ?? '',
      firstSent: firsts[i]?.sent,
      addedSent: adds[i]?.sent,
    }))
  } finally {
    await Promise.all([...stands, ...lines].map((one) => one.close()))
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function inTurn(ways: readonly Way[]): Promise<{ said: string; sent: number | undefined }[]> {
  const done = []
  for (const { publish, sent } of ways) {
    const before = sent()
    const said = (await publish())[0]?.replace(/^.*?: (?=\d+ new)/, '').replace(/;.*$/, '') ?? ''
    const after = sent()
    done.push({ said, sent: after === undefined || before === undefined ? undefined : after - before })
  }
  return done
}

function folderWay({ archive, progress, signal }: MeasureOptions, path: string): Way {
  const options = { root: archive, path, force: false, dryRun: false, progress, signal }
  return { name: 'folder', publish: () => publishFolder(options), sent: () => undefined }
}

/** By rsync where the server lets it, else by SFTP. */
function serverWay({ archive, progress, signal }: MeasureOptions, stand: Stand, line: Line): Way {
  const known = `[127.0.0.1]:${line.port} ${stand.hostKey}\n`
  writeFileSync(join(stand.home, '.ssh/known_hosts'), known, { flag: 'a' })
  const options = {
    root: archive,
    address: { user: me, host: '127.0.0.1', port: line.port, path: join(stand.space, 'site') },
    rsync: true,
    force: false,
    dryRun: false,
    progress,
    signal,
    env: { PATH: process.env.PATH },
    home: stand.home,
  }
  const name = stand.sftpOnly ? 'SFTP' : 'rsync over ssh'
  return { name, publish: () => publishSftp(options), sent: line.sent }
}

/** Takes the newest date of a chat away; returns what brings it back. */
function takeNewest(chat: string, aside: string): () => void {
  const newest = readdirSync(chat)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .at(-1)
  if (newest === undefined) return () => undefined
  mkdirSync(aside)
  renameSync(join(chat, newest), join(aside, newest))
  return () => renameSync(join(aside, newest), join(chat, newest))
}
