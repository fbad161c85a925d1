import { expect, test } from 'vitest'
import { isThere, segmentChats } from '../../scripts/bench/segment-chats.ts'
import { gzipped, weigh } from '../../scripts/bench/weight.ts'

/** Every way in at once: few hosts have more than two. */
const takePart = {
  email: 'ask@example.org',
  form: 'https://formspree.io/f/xyzabcd',
  formPage: undefined,
  tumblr: 'https://lgovsm.tumblr.com/ask',
  message: 'https://x.com/messages/compose?recipient_id=1234567890',
  github: 'lgovsm/archive',
}

const there = segmentChats.filter(isThere)

test.skipIf(there.length === 0).each(there)(
  '$folder makes a light page (skipped where no recording is)',
  async (recording) => {
    const { bare, core, page, home, ...blog } = await weigh(recording)
    expect(gzipped(core) / gzipped(bare)).toBeLessThanOrEqual(1.25)
    expect(gzipped(page) / gzipped(bare)).toBeLessThanOrEqual(1.4)
    for (const each of [blog.postCore, blog.themedCore])
      expect(gzipped(each) / gzipped(bare)).toBeLessThanOrEqual(1.25)
    for (const each of [blog.post, blog.themed])
      expect(gzipped(each) / gzipped(bare)).toBeLessThanOrEqual(1.4)
    expect(gzipped(home)).toBeLessThanOrEqual(14_000)
    const withWays = await weigh(recording, { takePart })
    expect(withWays.core).toBe(core)
    expect(gzipped(withWays.page) / gzipped(bare)).toBeLessThanOrEqual(1.4)
  },
)
