import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'

type Answer = { readonly n?: number; readonly result?: unknown; readonly error?: string }

export type Client = {
  /** Calls a method of tumblr.js; what it rejects with is thrown. */
  readonly call: (method: string, ...args: unknown[]) => Promise<Record<string, unknown>>
  readonly close: () => void
}

/** tumblr.js, talking to a stand-in from a process that trusts its certificate. */
export async function startClient(tumblr: Tumblr, keys: Partial<Tumblr['keys']> = {}): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'tumblr-'))
  const ca = join(folder, 'ca.pem')
  writeFileSync(ca, tumblr.ca)
  const { consumerKey, consumerSecret, token, tokenSecret } = { ...tumblr.keys, ...keys }
  const options = {
    baseUrl: tumblr.url,
    consumer_key: consumerKey,
    consumer_secret: consumerSecret,
    token,
    token_secret: tokenSecret,
  }
  const child = fork(fileURLToPath(new URL('client.mjs', import.meta.url)), {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: ca, TUMBLR_OPTIONS: JSON.stringify(options) },
    execArgv: [],
  })
  await once(child, 'message')

  let last = 0
  const open = new Map<number, (answer: Answer) => void>()
  child.on('message', (answer: Answer) => open.get(answer.n ?? 0)?.(answer))
  return {
    call: async (method, ...args) => {
      const n = ++last
      const answer = await new Promise<Answer>((done) => {
        open.set(n, done)
        child.send({ n, method, args })
      })
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.result as Record<string, unknown>
    },
    close: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
