import { expect, test } from 'vitest'
import { mirrorAll } from '../../scripts/friday/mirror-all.ts'
import { createPrompts } from '../../scripts/terminal/prompts.ts'
import { chat } from '../builders.ts'
import { scratch } from '../commands/command.ts'

const keys = {
  TUMBLR_CONSUMER_KEY: 'a',
  TUMBLR_CONSUMER_SECRET: 'b',
  TUMBLR_TOKEN: 'c',
  TUMBLR_TOKEN_SECRET: 'd',
}

async function run(site: string, env: Record<string, string>, sample = false) {
  const { root, remove } = scratch({ 'content/site.yaml': site })
  const said: string[] = []
  const progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }
  const trouble = await mirrorAll({
    root,
    chats: [chat({ sample })],
    dates: [],
    steps: { fetch: false, recheck: false, build: false, publish: false, mirror: true },
    dryRun: false,
    yes: false,
    env,
    clock: 0,
    prompts: createPrompts(),
    progress,
    signal: new AbortController().signal,
    tell: (line) => said.push(line),
    complain: () => {},
  })
  remove()
  return { said, trouble: trouble?.message }
}

test.each([
  ['no blog is named', '', {}, []],
  ['there is nothing to mirror', 'tumblr: lgovsm', keys, ['lgovsm.tumblr.com: all as it was (0 calls)']],
  [
    'keys are missing',
    'tumblr: lgovsm',
    { ...keys, TUMBLR_TOKEN: '' },
    ['Not mirrored: TUMBLR_TOKEN is not here; see docs/tumblr.md'],
  ],
])('where %s the run goes on', async (_, site, env, said) => {
  expect(await run(site, env)).toEqual({ said, trouble: undefined })
})

test('the sample reaches no real blog', async () => {
  expect(await run('tumblr: lgovsm', keys, true)).toEqual({ said: [], trouble: undefined })
})

test('trouble is kept for the end of the run', async () => {
  const { trouble } = await run('tumblr: lgovsm', { ...keys, TUMBLR_API_URL: 'http://127.0.0.1:1' })
  expect(trouble).toMatch(/^TUMBLR_API_URL: http:\/\/127\.0\.0\.1:1 is no address of an API/)
})
