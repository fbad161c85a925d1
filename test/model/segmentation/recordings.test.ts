import { describe, expect, test } from 'vitest'
import { isThere, readSegmentChat, readTruth, segmentChats } from '../../../scripts/bench/segment-chats.ts'
import { scoreHiddenLabels, scoreTruth } from '../../../scripts/bench/segment-scores.ts'
import { segmentPosts } from '../../../scripts/model/segmentation/segment-posts.ts'

/** Shares that were measured, less a little. */
const floors = [
  { name: 'docnow', filing: 0.86, hidden: 0.7 },
  { name: 'lthechat', filing: undefined, hidden: 0.86 },
]

describe.each(floors)('the recorded chat $name', ({ name, filing, hidden }) => {
  const recorded = segmentChats.find(({ chat }) => chat.name === name)
  const skips = !recorded || !isThere(recorded)
  const title = (text: string) => (skips ? `${text} (skipped: ../shared is not there)` : text)

  test.skipIf(skips)(title('has every question under its number'), async () => {
    if (!recorded) return
    const { segments } = segmentPosts(await readSegmentChat(recorded))
    expect(segments).toHaveLength(recorded.chat.questions)
    for (const { question } of segments) expect(question).toMatch(/^\p{Lu}[^#]{20,}$/u)
  })

  test.skipIf(skips || filing === undefined)(title('is filed much as its host did it by hand'), async () => {
    if (!recorded || filing === undefined) return
    const { right, of } = scoreTruth(
      await readSegmentChat(recorded),
      (await readTruth(recorded)) ?? new Map(),
    )
    expect(right / of).toBeGreaterThan(filing)
  })

  test.skipIf(skips)(title('lets labelled posts be found without their label'), async () => {
    if (!recorded) return
    const { right, of } = scoreHiddenLabels(await readSegmentChat(recorded))
    expect(right / of).toBeGreaterThan(hidden)
  })
})
