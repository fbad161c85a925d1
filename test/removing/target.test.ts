import { expect, test } from 'vitest'
import { parseTarget, type Target } from '../../scripts/removing/target.ts'

const id = '15753383650521088'
const post: Target = { kind: 'post', id }
const sam: Target = { kind: 'handle', handle: 'sam' }
const user: Target = { kind: 'user', network: 'x', id: '12' }
const place: Target = { kind: 'place', chat: 'lgovsm', date: '2010-12-17', anchor: '130211' }

test.each<[string, Target]>([
  [id, post],
  [` ${id} `, post],
  ['mail:1', { kind: 'post', id: 'mail:1' }],
  [`https://x.com/sam/status/${id}`, post],
  [`https://twitter.com/sam/statuses/${id}?s=20`, post],
  [`https://mobile.twitter.com/sam/status/${id}/photo/1`, post],
  [`x.com/i/web/status/${id}`, post],
  [`https://x.com/i/status/${id}`, post],
  ['@sam', sam],
  ['＠sam', sam],
  ['https://x.com/sam', sam],
  ['https://twitter.com/sam/', sam],
  ['@sam@example.social', { kind: 'handle', handle: 'sam@example.social' }],
  ['@sam.bsky.social', { kind: 'handle', handle: 'sam.bsky.social' }],
  ['user:12', user],
  ['user:x:12', user],
  ['https://x.com/i/user/12', user],
  ['user:mastodon:12', { kind: 'user', network: 'mastodon', id: '12' }],
  ['name: Gwen Parry', { kind: 'name', name: 'Gwen Parry' }],
  ['https://example.org/archive/lgovsm/2010-12-17/#130211', place],
  ['lgovsm/2010-12-17/#130211', place],
  ['file:///C:/usb/lgovsm/2010-12-17/index.html#130211-4377', { ...place, anchor: '130211-4377' }],
])('%s', (text, target) => {
  expect(parseTarget(text)).toEqual(target)
})

test.each(['sam', '', '@', 'https://example.org/', 'https://x.com/', '12345678901234567890', '2010-12-17'])(
  '%j is refused',
  (text) => {
    expect(() => parseTarget(text)).toThrow(/neither a post nor a person/)
  },
)
