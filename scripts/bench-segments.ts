import { isThere, readSegmentChat, readTruth, segmentChats } from './bench/segment-chats.ts'
import { type Score, scoreHiddenLabels, scoreTruth, scoreWithoutLabels } from './bench/segment-scores.ts'
import { segmentPosts } from './model/segmentation/segment-posts.ts'
import type { SegmentationInput } from './model/segmentation/types.ts'

/** How well posts find their question in recorded chats, and what each kind of evidence is worth. */
const rules = ['label', 'reply', 'quote', 'thread', 'mention', 'own', 'border']

for (const recorded of segmentChats) {
  console.log(`\n${recorded.folder}`)
  if (!isThere(recorded)) {
    console.log('  not there: nothing to measure')
    continue
  }
  const input = await readSegmentChat(recorded)
  const truth = await readTruth(recorded)
  report(input, truth)
}

function report(input: SegmentationInput, truth: ReadonlyMap<string, number> | undefined): void {
  const started = performance.now()
  segmentPosts(input)
  const took = performance.now() - started
  console.log(`  ${input.posts.length} posts in ${took.toFixed(0)} ms`)
  for (const without of [undefined, ...rules]) {
    const off = new Set(without === undefined ? [] : [without])
    const cells = [
      ...(truth ? [`host's own filing ${percent(scoreTruth(input, truth, off))}`] : []),
      `label hidden ${percent(scoreHiddenLabels(input, off))}`,
      `all labels hidden ${percent(scoreWithoutLabels(input, off))}`,
    ]
    console.log(`  ${(without ? `without ${without}` : 'all evidence').padEnd(16)} ${cells.join('   ')}`)
  }
}

function percent({ right, of }: Score): string {
  return `${((100 * right) / of).toFixed(1)} % (${right}/${of})`
}
