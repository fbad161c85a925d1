import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

const chat =
  'hashtags: ["#lgovsm"]\nzone: Europe/London\nweekday: Friday\ntime: "13:00"\nfirst: 2010-12-03\nhosts: [lgovsm_sample]\n'
const sample = scratch({ 'content/lgovsm/chat.yaml': `${chat}sample: true\n` })
const block = `### [@sam](<https://x.com/sam/status/15753883650521088>) Sam · 13:03:14
<!-- id=15753883650521088 at=2010-12-17T13:03:14Z user=7 why=clock -->

Words
`

const own = scratch({
  'content/lgovsm/chat.yaml': chat,
  'content/lgovsm/2010-12-17/index.md': '',
  'content/lgovsm/2010-12-17/q1.md': block,
})
beforeAll(async () => {
  await runIn(sample.root, 'fetch')
}, 120_000)
afterAll(() => {
  sample.remove()
  own.remove()
})

test('the sample is asked about for nothing, and somebody leaves it', { timeout: 120_000 }, async () => {
  const asked = await runIn(sample.root, 'recheck')
  expect(asked.err).toBe('')
  expect(asked.out).not.toContain('$')
  expect(asked.out).toMatch(/#lgovsm of 2010-12-17: of \d+ posts none is gone/)
  const removed = await runIn(sample.root, 'remove', '@EG_Yusuf')
  expect([removed.err, removed.code]).toEqual(['', 0])
  expect(removed.out).toContain('content/lgovsm/2010-12-17/: 4 posts')
  const again = await runIn(sample.root, 'fetch')
  expect(again.out + again.err).not.toMatch(/REMOVAL_KEY|Problem/)
  const built = await runIn(sample.root, 'build')
  expect(built.code).toBe(0)
})

test('all sessions are asked about only where somebody agrees to the price', {
  timeout: 120_000,
}, async () => {
  const { out, err, code } = await runIn(own.root, 'recheck', '--all')
  expect(out).toBe('To ask X about: posts: 1, sessions: 1, price: about $0.01\n')
  expect(err).toBe(
    '"Ask X? (posts: 1, sessions: 1, price: about $0.01)" has nobody to answer it here: give --yes\n',
  )
  expect(code).toBe(1)
  const agreed = await runIn(own.root, 'recheck', '--all', '--yes')
  expect(agreed.err).toMatch(/^X_BEARER_TOKEN is missing/)
})

test.each([
  [['remove'], /^npm run remove: say what/],
  [['remove', 'sam'], /^"sam" is neither a post nor a person/],
  [['remove', '@nobody'], /^@nobody: nobody in content\/ has this handle/],
  [['recheck', '2010-12-18'], /^2010-12-18: there is no session of this date with posts from X/],
])('npm run %j says what is wrong', async ([command = '', ...args], message) => {
  const { err, code } = await runIn(sample.root, command, ...args)
  expect(err).toMatch(message)
  expect([code, err.trimEnd().split('\n').length]).toEqual([1, 1])
})
