import { spawn } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startTumblr, type Tumblr, type TumblrOptions } from '../../scripts/demo/tumblr/stand-in.ts'
import { loader } from '../../scripts/programs/loader.ts'
import { type Ended, scratch } from './command.ts'

const project = join(import.meta.dirname, '../..')

const chat = 'hashtags: "#lgovsm"\nhosts: sam\nfirst: 2010-12-03\n'
const index = (checked: string) =>
  `---\ntitle: Snow\nchecked: ${checked}\ntags: ["snow, ice"]\n---\n\nWe met.\n`
const answers = (text: string) => `---
question: What now?
start: 2010-12-17T13:00:00Z
end: 2010-12-17T14:00:00Z
---

### [@sam](<https://x.com/sam/status/1>) Sam · 13:02:11
<!-- id=1 at=2010-12-17T13:02:11Z user=7 -->

${text}
`

let tumblr: Tumblr
let root = ''
let remove = () => {}
afterEach(async () => {
  remove()
  await tumblr.close()
})

async function begin(
  options: TumblrOptions = {},
  site = 'tumblr: lgovsm\naddress: https://example.org/archive/\n',
) {
  tumblr = await startTumblr(options)
  const made = scratch({
    'content/site.yaml': site,
    'content/lgovsm/chat.yaml': chat,
    'content/lgovsm/2010-12-17/index.md': index('yes'),
    'content/lgovsm/2010-12-17/q1.md': answers('A1 Clear the paths'),
    'content/lgovsm/2010-12-10/index.md': index('no'),
    'content/lgovsm/2010-12-10/q1.md': answers('A draft')
      .replaceAll('12-17', '12-10')
      .replaceAll('id=1', 'id=2'),
    'ca.pem': tumblr.ca,
  })
  root = made.root
  remove = made.remove
}

/** Runs the command as a process of its own, which alone can be told to trust the stand-in. */
function run(args: readonly string[] = ['tumblr'], env: Record<string, string> = {}): Promise<Ended> {
  const { consumerKey, consumerSecret, token, tokenSecret } = tumblr.keys
  const keys = {
    TUMBLR_CONSUMER_KEY: consumerKey,
    TUMBLR_CONSUMER_SECRET: consumerSecret,
    TUMBLR_TOKEN: token,
    TUMBLR_TOKEN_SECRET: tokenSecret,
  }
  const child = spawn(process.execPath, ['--import', loader, join(project, 'scripts/mirror.ts'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...keys,
      TUMBLR_API_URL: tumblr.url,
      NODE_EXTRA_CA_CERTS: join(root, 'ca.pem'),
      ...env,
    },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

const write = (path: string, text: string) => writeFileSync(join(root, 'content/lgovsm', path), text)
const words = () => tumblr.posts().map(({ content }) => JSON.stringify(content))

test('a session is published, corrected and taken back, each with the calls it needs', async () => {
  await begin()
  expect(await run(['tumblr', '--dry-run'])).toMatchObject({
    code: 0,
    out: expect.stringContaining(
      'lgovsm 2010-12-17: would publish lgovsm-2010-12-17, dated 2010-12-17T13:00:00Z, tagged lgovsm, 2010, snow ice\n  + Snow\n',
    ),
  })
  expect(tumblr.posts()).toEqual([])

  expect(await run()).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/1 created \(2 calls\)\n$/),
  })
  const [post] = tumblr.posts()
  expect(post).toMatchObject({
    slug: 'lgovsm-2010-12-17',
    tags: ['lgovsm', '2010', 'snow ice'],
    sourceUrl: 'https://example.org/archive/lgovsm/2010-12-17/',
    date: Date.parse('2010-12-17T13:00:00Z'),
  })
  expect(await run()).toMatchObject({ code: 0, out: 'lgovsm.tumblr.com: all as it was (1 call)\n' })

  write('2010-12-17/q1.md', answers('A1 Clear the paths first'))
  expect((await run(['tumblr', '--dry-run'])).out).toMatch(
    / {2}- A1 Clear the paths\n {2}\+ A1 Clear the paths first\n/,
  )
  expect((await run()).out).toMatch(/1 edited \(3 calls\)\n$/)
  expect(words()[0]).toContain('paths first')

  rmSync(join(root, 'content/lgovsm/2010-12-17'), { recursive: true })
  expect((await run()).out).toMatch(/1 deleted \(2 calls\)\n$/)
  expect(tumblr.posts()).toEqual([])
  expect(readdirSync(join(root, 'content/lgovsm/mirrors'))).toEqual([])
})

test('what was edited by hand there is said and left', async () => {
  await begin()
  await run()
  const [post] = tumblr.posts()
  tumblr.byHand().edit(post?.id ?? '', { content: [{ type: 'text', text: 'Mine' }] })
  write('2010-12-17/q1.md', answers('A1 Something else'))
  expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('was edited there by hand') })
  expect(words()[0]).toContain('Mine')
  expect((await run(['tumblr', '2010-12-17', '--again'])).out).toMatch(/1 edited/)
  expect(words()[0]).toContain('Something else')
})

type Bad = { readonly options?: TumblrOptions; readonly site?: string; readonly env?: Record<string, string> }

test.each<[string, Bad, RegExp]>([
  [
    'a key is not accepted',
    { env: { TUMBLR_TOKEN: 'some-other-token' } },
    /^Tumblr answered 401: TUMBLR_CONSUMER_KEY, .* are not accepted; see docs\/tumblr\.md/,
  ],
  [
    'there is no such blog',
    { site: 'tumblr: nobody' },
    /^Tumblr answered 404: there is no blog nobody: check tumblr: in content\/site\.yaml/,
  ],
  [
    "the blog is somebody else's",
    { options: { others: ['theirs'] }, site: 'tumblr: theirs' },
    /^Tumblr answered 403: the keys may not post to theirs/,
  ],
  [
    'its certificate is not trusted',
    { env: { NODE_EXTRA_CA_CERTS: '' } },
    /^Tumblr: its certificate is not trusted \(\w+\)/,
  ],
])('one line says what to do where %s', async (_, { options, site, env }, sentence) => {
  await begin(options, site)
  const { code, err, out } = await run(['tumblr'], env)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
  expect(err + out).not.toContain('sample-token-secret')
})

test('a blog that is full for today: stopped in good order, and the next run goes on', async () => {
  await begin({ limits: { postsADay: 0 } })
  const { code, out } = await run()
  expect(code).toBe(0)
  expect(out).toMatch(
    /stopped in good order \(Tumblr answered 403: the blog takes no more new posts today\): run the command again \S+ .*left to do: 1\n/,
  )
})

test('the sample goes to no real blog', async () => {
  await begin()
  write('chat.yaml', `${chat}sample: yes\n`)
  expect((await run(['tumblr'], { TUMBLR_API_URL: '' })).err).toMatch(
    /^npm run mirror: the sample is invented/,
  )
  expect(await run()).toMatchObject({ code: 0 })
})

test("a post of the host from the years of short ids stands in nobody's way", async () => {
  await begin()
  tumblr.byHand().write([{ type: 'text', text: 'Long ago' }], '', '4216')
  expect(await run()).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/1 created/) })
  expect(await run()).toMatchObject({ code: 0, out: 'lgovsm.tumblr.com: all as it was (1 call)\n' })
  expect(tumblr.posts()).toHaveLength(2)
})
