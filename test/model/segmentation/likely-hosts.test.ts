import { expect, test } from 'vitest'
import type { Post } from '../../../scripts/model/post.ts'
import { slotOn } from '../../../scripts/model/schedule.ts'
import { findLikelyHosts } from '../../../scripts/model/segmentation/likely-hosts.ts'
import { chat, post } from '../../builders.ts'

const ownChat = chat()
const slot = slotOn(ownChat, '2010-12-17')

function hostsOf(posts: readonly Post[]): string[] {
  if (slot.kind !== 'session') throw new Error('a Friday has a session')
  return findLikelyHosts(posts, slot.times, ownChat)
}

const asking = [
  post({ at: '13:00:00', by: 'Guest', text: 'Q1. What works? #lgovsm' }),
  post({ at: '13:20:00', by: 'Guest', text: 'Q2. And what does not? #lgovsm' }),
  post({ at: '13:40:00', by: 'Guest', text: 'Q3. Why is that? #lgovsm' }),
]

test('who posted Q1 to Q3 is likely the host', () => {
  expect(hostsOf(asking)).toEqual(['Guest'])
})

test('who writes "Q1" above an answer comes after, or not at all', () => {
  const answering = [
    post({ at: '13:05:00', by: 'sam', text: 'Q1. Tea works wonders #lgovsm' }),
    post({ at: '13:25:00', by: 'sam', text: 'Q2. Forms do not #lgovsm' }),
    post({ at: '13:06:00', by: 'kim', text: 'Q1 Cake #lgovsm' }),
  ]
  expect(hostsOf([...answering, ...asking])).toEqual(['Guest', 'sam'])
})

test('where nobody asks, nobody is suggested', () => {
  expect(hostsOf([post({ text: 'A1 Tea #lgovsm' })])).toEqual([])
  expect(hostsOf([])).toEqual([])
})
