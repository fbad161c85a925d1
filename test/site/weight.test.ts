import { expect, test } from 'vitest'
import { isThere, segmentChats } from '../../scripts/bench/segment-chats.ts'
import { gzipped, weigh } from '../../scripts/bench/weight.ts'

const there = segmentChats.filter(isThere)

test.skipIf(there.length === 0).each(there)(
  '$folder makes a light page (skipped where no recording is)',
  async (recording) => {
    const { bare, core, page, home } = await weigh(recording)
    expect(gzipped(core) / gzipped(bare)).toBeLessThanOrEqual(1.25)
    expect(gzipped(page) / gzipped(bare)).toBeLessThanOrEqual(1.4)
    expect(gzipped(home)).toBeLessThanOrEqual(14_000)
  },
)
