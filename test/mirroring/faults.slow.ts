import { globalAgent } from 'node:https'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mishap } from '../../scripts/demo/tumblr/fault.ts'
import { faults } from '../../scripts/demo/tumblr/faults.ts'
import { startTumblr, type Tumblr } from '../../scripts/demo/tumblr/stand-in.ts'
import { runMirror } from '../../scripts/mirroring/run-mirror.ts'
import type { TumblrPiece } from '../../scripts/mirrors/tumblr/compose.ts'
import { openTumblr } from '../../scripts/mirrors/tumblr/tumblr.ts'
import { Problem } from '../../scripts/model/problem.ts'
import { chat } from '../builders.ts'
import { scratch } from '../commands/command.ts'
import { piece } from './mirror.ts'

/** Every way in which Tumblr may fail, at every kind of call: what stands there in the end is what is wanted. */

let tumblr: Tumblr
let root = ''
let remove = () => {}
let wanted: TumblrPiece[]
let mishap: (() => Mishap) | undefined
let strikes: RegExp
/** Whether it goes wrong however often it is tried, as where a run dies of it. */
let lasts = false
let struck = 0
beforeEach(async () => {
  mishap = undefined
  lasts = false
  struck = 0
  tumblr = await startTumblr({
    faults: ({ method, path }) => {
      const made = strikes.test(`${method} ${path}`) ? mishap : undefined
      if (made) {
        if (!lasts) mishap = undefined
        struck++
      }
      return made?.()
    },
  })
  // Each slow test has a process of its own, so nobody else comes to trust the stand-in.
  globalAgent.options.ca = tumblr.ca
  const made = scratch({ 'content/lgovsm/2010-12-17/index.md': '---\nchecked: yes\n---\n' })
  root = made.root
  remove = made.remove
  wanted = [post('First')]
})
afterEach(async () => {
  remove()
  await tumblr.close()
})

function post(text: string): TumblrPiece {
  const blocks = [{ type: 'text', text } as const]
  return { ...piece('all', { lines: [text] }), blocks, source: undefined }
}

async function run(): Promise<void> {
  const { consumerKey, consumerSecret, token, tokenSecret } = tumblr.keys
  const keys = {
    consumer_key: consumerKey,
    consumer_secret: consumerSecret,
    token,
    token_secret: tokenSecret,
  }
  const blog = openTumblr({ keys, blog: 'lgovsm', base: tumblr.url, timeoutMillis: 400, mostBytes: 1e6 })
  const progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }
  await runMirror({
    root,
    mirror: { ...blog, compose: () => wanted },
    chats: [chat()],
    dates: [],
    dryRun: false,
    again: false,
    old: 10,
    yes: false,
    clock: Date.now,
    backoffMillis: 1,
    progress,
    signal: new AbortController().signal,
    tell: () => {},
  })
}

/** A Problem ends a run as it may; anything else is a bug. */
async function tolerant(): Promise<string> {
  try {
    await run()
    return ''
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

const texts = () =>
  tumblr.posts().map(({ content }) => content.map((block) => ('text' in block ? block.text : '')).join())

const all = Object.entries(faults).map(([name, make]) => [name, make as () => Mishap] as const)
const calls: readonly (readonly [string, RegExp])[] = [
  ['listing', /^GET .*\/posts$/],
  ['creating', /^POST .*\/posts$/],
  ['looking', /^GET .*\/posts\/\d/],
  ['editing', /^PUT /],
  ['deleting', /^POST .*\/delete$/],
]

test.each(all.flatMap(([name, make]) => calls.map(([call, path]) => [name, call, { make, path }] as const)))(
  '%s while %s',
  { timeout: 20_000 },
  async (_, __, { make, path }) => {
    strikes = path
    const spoil = () => {
      mishap = make
    }
    const changes = async (to: TumblrPiece[]) => {
      wanted = to
      spoil()
      await tolerant()
    }
    spoil()
    await tolerant()
    await run()
    expect(texts()).toEqual(['First'])

    await changes([post('Second')])
    await run()
    expect(texts()).toEqual(['Second'])

    // Back to what stood there before, while nobody knows what arrived.
    lasts = true
    await changes([post('Third')])
    wanted = [post('Second')]
    mishap = undefined
    await run()
    expect(texts()).toEqual(['Second'])

    await changes([])
    wanted = [post('Second')]
    mishap = undefined
    await run()
    expect(texts()).toEqual(['Second'])

    lasts = false
    await changes([])
    mishap = undefined
    await run()
    expect(texts()).toEqual([])
    expect(struck).toBeGreaterThan(0)
  },
)
