import { describe, expect, test } from 'vitest'
import { segmentPosts } from '../../../scripts/model/segmentation/segment-posts.ts'
import { readCases, showLine } from './read-cases.ts'

describe('which question a post belongs to', () => {
  test.each(readCases())('$name', ({ input, expected, headings }) => {
    const { segments, filings } = segmentPosts(input)
    const found = input.posts.map((item) => {
      const { key = '', why = '' } = filings.get(item.id) ?? {}
      return showLine(item, key, why)
    })
    expect(found).toEqual(expected)
    if (headings) expect(segments.map(({ question }) => question)).toEqual(headings)
  })
})
