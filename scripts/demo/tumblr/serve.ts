import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTumblr } from './stand-in.ts'

/**
 * For a person who wants to see what a mirror makes: starts the stand-in with a blog of the given name, and says how
 * to reach it, until Ctrl+C. `node --import ./scripts/programs/typescript.js scripts/demo/tumblr/serve.ts lgovsm`
 */
async function serve(blog: string): Promise<void> {
  const tumblr = await startTumblr({ blogs: [blog] })
  const folder = mkdtempSync(join(tmpdir(), 'tumblr-'))
  const ca = join(folder, 'ca.pem')
  writeFileSync(ca, tumblr.ca)
  process.once('SIGINT', async () => {
    rmSync(folder, { recursive: true, force: true })
    await tumblr.close()
  })
  const { consumerKey, consumerSecret, token, tokenSecret } = tumblr.keys
  console.log(`${tumblr.url}/blog/${blog} shows what is there. To mirror to it, set in the environment:

NODE_EXTRA_CA_CERTS=${ca}
TUMBLR_API_URL=${tumblr.url}
TUMBLR_CONSUMER_KEY=${consumerKey}
TUMBLR_CONSUMER_SECRET=${consumerSecret}
TUMBLR_TOKEN=${token}
TUMBLR_TOKEN_SECRET=${tokenSecret}
`)
}

await serve(process.argv[2] ?? 'lgovsm')
