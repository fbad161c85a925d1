import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Change } from '../../content/transaction.ts'
import type { Tumblr } from '../../demo/tumblr/stand-in.ts'
import { loader } from '../../programs/loader.ts'
import { benchChat, benchChatYaml } from '../generate/bench-chat.ts'
import { sessionFiles } from '../generate/session-files.ts'
import { generateSession } from '../generate/session-posts.ts'
import { createLanguage } from '../generate/words.ts'

/** A project in a folder of its own, whose blog is a stand-in. */
export type MirrorProject = {
  readonly root: string
  readonly tumblr: Tumblr
  readonly write: (files: readonly Change[]) => void
  /** Runs the command as a host does, in a process of its own. */
  readonly run: (onStart?: (kill: () => void) => void) => Promise<Ended>
  readonly close: () => Promise<void>
}

export type Ended = { readonly code: number | null; readonly out: string }

const command = join(import.meta.dirname, '../../mirror.ts')

export const settings: readonly Change[] = [
  { path: 'content/site.yaml', data: 'address: https://example.org/archive/\ntumblr: lgovsm\n' },
  { path: `content/${benchChat}/chat.yaml`, data: benchChatYaml },
]

export function openProject(tumblr: Tumblr): MirrorProject {
  const root = mkdtempSync(join(tmpdir(), 'mirror-'))
  writeFileSync(join(root, 'ca.pem'), tumblr.ca)
  const write = (files: readonly Change[]) => {
    for (const { path, data } of files) {
      const target = join(root, path)
      mkdirSync(dirname(target), { recursive: true })
      if (data === undefined) rmSync(target, { recursive: true, force: true })
      else writeFileSync(target, data)
    }
  }
  write(settings)
  return {
    root,
    tumblr,
    write,
    run: (onStart) => runMirrorCommand(root, tumblr, onStart),
    close: async () => {
      await tumblr.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Sessions of 300 posts, which their host has read over. */
export function checkedSessions(count: number, seed = 1): Change[] {
  const language = createLanguage(seed)
  return Array.from({ length: count }, (_, number) => sessionFiles(generateSession(seed, number, language)))
    .flat()
    .map((change) => ({ ...change, data: readOver(change) }))
}

function readOver({ path, data }: Change): Change['data'] {
  return path.endsWith('/index.md') ? String(data).replace(/^checked: no$/m, 'checked: yes') : data
}

/** A copy of what stands in a folder of the project, to be put back. */
export function keepAside(root: string, folder: string): () => void {
  const aside = mkdtempSync(join(tmpdir(), 'aside-'))
  const from = join(root, folder)
  mkdirSync(from, { recursive: true })
  cpSync(from, aside, { recursive: true })
  return () => {
    rmSync(from, { recursive: true, force: true })
    cpSync(aside, from, { recursive: true })
    rmSync(aside, { recursive: true })
  }
}

function runMirrorCommand(
  root: string,
  tumblr: Tumblr,
  onStart?: (kill: () => void) => void,
): Promise<Ended> {
  const { consumerKey, consumerSecret, token, tokenSecret } = tumblr.keys
  const env = {
    ...process.env,
    TUMBLR_API_URL: tumblr.url,
    NODE_EXTRA_CA_CERTS: join(root, 'ca.pem'),
    TUMBLR_CONSUMER_KEY: consumerKey,
    TUMBLR_CONSUMER_SECRET: consumerSecret,
    TUMBLR_TOKEN: token,
    TUMBLR_TOKEN_SECRET: tokenSecret,
  }
  const args = ['--import', loader, command, 'tumblr', '--older', '1000', '--yes']
  const child = spawn(process.execPath, args, { cwd: root, env })
  onStart?.(() => child.kill('SIGKILL'))
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      out += data
    })
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
}
