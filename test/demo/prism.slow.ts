import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../scripts/demo/fault.ts'
import { type StandIn, startStandIn } from '../../scripts/demo/stand-in.ts'
import { ask, type Body } from './ask.ts'

const specifications = join(import.meta.dirname, '../../../shared/data/x')
const cache = join(tmpdir(), 'prism-5.14.2')
const window = {
  query: '#lgovsm -is:retweet',
  start_time: '2010-12-01T00:00:00Z',
  end_time: '2010-12-20T00:00:00Z',
}
const others = {
  'user.fields': 'name,username,protected,withheld,created_at,description,public_metrics',
  'media.fields': 'type,url,preview_image_url,alt_text,width,height,variants',
  'poll.fields': 'options,end_datetime,voting_status,duration_minutes',
}

const broken: Fault = { name: 'broken', kind: 'change', change: () => ({ data: [{ id: 1, text: [] }] }) }

/** X's own specification as a judge: Prism stands between and answers 500 where request or answer break it. */
describe.each([
  {
    name: 'openapi-v2.166.json',
    shape: 'tweet' as const,
    wanted: {
      ...others,
      'tweet.fields':
        'created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,note_tweet,attachments,lang,edit_history_tweet_ids,possibly_sensitive,withheld,public_metrics,edit_controls,reply_settings',
      expansions:
        'author_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys,attachments.poll_ids,in_reply_to_user_id,entities.mentions.username,edit_history_tweet_ids',
    },
  },
  {
    name: 'openapi-v2.167.json',
    shape: 'post' as const,
    wanted: {
      ...others,
      'post.fields':
        'created_at,conversation_id,entities,note_post,attachments,lang,possibly_sensitive,withheld,public_metrics,edit_controls,reply_settings',
      expansions:
        'author_id,referenced_posts,attachments.media_keys,attachments.poll_ids,in_reply_to_user_id,edit_history_post_ids',
    },
  },
])('by $name', ({ name, shape, wanted }) => {
  let standIn: StandIn
  let prism: Prism | undefined
  beforeAll(async () => {
    standIn = await startStandIn({
      shape,
      faults: ({ query }) => (query.query === '#broken' ? broken : undefined),
    })
    prism = await startPrism(join(specifications, name), standIn)
  }, 180_000)
  afterAll(async () => {
    prism?.stop()
    await standIn?.close()
  })

  const judged = [
    {
      what: 'the sample, 10 a page',
      path: 'tweets/search/all',
      params: { ...window, ...wanted, max_results: '10' },
    },
    {
      what: 'the sample, 500 a page',
      path: 'tweets/search/all',
      params: { ...window, ...wanted, max_results: '500' },
    },
    {
      what: 'the last week',
      path: 'tweets/search/recent',
      params: { ...wanted, query: window.query, max_results: '100' },
    },
    { what: 'no posts', path: 'tweets/search/recent', params: { ...wanted, query: '#nothing' } },
    { what: 'counts by hour', path: 'tweets/counts/all', params: { ...window, granularity: 'hour' } },
    {
      what: 'counts by day',
      path: 'tweets/counts/recent',
      params: { query: window.query, granularity: 'day' },
    },
    { what: 'posts by id, one of them missing', path: 'tweets', params: { ...wanted, ids: 'first,20' } },
    { what: 'a person', path: 'users/by/username/eg_bea', params: { 'user.fields': others['user.fields'] } },
    { what: 'nobody', path: 'users/by/username/nobody', params: {} },
  ]

  test.for(judged)('$what', async ({ path, params }, context) => {
    if (!prism?.proxied) return context.skip(prism?.reason ?? 'Prism did not start')
    const proxied = prism.proxied
    const asked =
      'ids' in params ? { ...params, ids: params.ids.replace('first', await firstId(standIn)) } : params
    let token: unknown
    do {
      const next = typeof token === 'string' ? { next_token: token } : {}
      const { status, body } = await ask(proxied, path, { ...asked, ...next })
      expect({ status, complaint: complaintOf(body) }).toEqual({ status: 200, complaint: undefined })
      token = body.meta?.next_token
    } while (token !== undefined)
    return undefined
  })

  test('the judge is awake: it objects to what the specification does not allow', async (context) => {
    if (!prism?.proxied) return context.skip(prism?.reason ?? 'Prism did not start')
    const { status } = await ask(prism.proxied, 'tweets/search/recent', {
      query: '#lgovsm',
      max_results: '9',
    })
    expect(status).toBe(422)
    return undefined
  })
})

type Prism = { readonly proxied: StandIn | undefined; readonly reason: string; readonly stop: () => void }

/** Prism 5.14.2 in front of a stand-in; without `proxied`, and with a reason, where it is not to be had. */
async function startPrism(specification: string, standIn: StandIn): Promise<Prism> {
  const none = (reason: string): Prism => ({ proxied: undefined, reason, stop: () => {} })
  if (!existsSync(specification)) return none(`${specification} is not here`)
  const port = await freePort()
  const origin = new URL(standIn.url).origin
  const prism = [
    '@stoplight/prism-cli@5.14.2',
    'proxy',
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '--errors',
    specification,
    origin,
  ]
  const child = spawn('npx', ['--yes', '--cache', cache, ...prism], {
    cwd: mkdtempSync(join(tmpdir(), 'judge-')),
    detached: true,
  })
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
  }
  const failure = await listening(child)
  if (failure === undefined)
    return { proxied: { ...standIn, url: `http://127.0.0.1:${port}/2/` }, reason: '', stop }
  stop()
  return none(`Prism did not start: ${failure}`)
}

/** Undefined once it listens, else the last that it said. */
function listening(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = ''
    const hear = (piece: unknown) => {
      said += String(piece)
      if (said.includes('Prism is listening')) resolve(undefined)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', (error) => resolve(error.message))
    child.on('exit', () => resolve(said.slice(-400)))
    setTimeout(() => resolve(`nothing after two minutes: ${said.slice(-400)}`), 120_000).unref()
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function firstId(standIn: StandIn): Promise<string> {
  const { body } = await ask(standIn, 'tweets/search/recent', { query: '#lgovsm' })
  return body.data?.[0]?.id ?? ''
}

/** What Prism found wrong, as one line a finding. */
function complaintOf(body: Body): unknown {
  return body.validation
}
