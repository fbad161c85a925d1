import { expect, test } from 'vitest'
import type { Post } from '../../scripts/model/post.ts'
import { filed, segment } from '../builders.ts'
import { reading } from '../sources/x/answers.ts'
import { naughtyStrings, ownCases } from './cases.ts'
import { reread } from './reread.ts'
import { kindOfTarget } from './skeleton.ts'

/** X's answer with the text wherever an answer has text, as JSON that went over a wire. */
function answerOf(text: string) {
  const url = { start: 0, end: [...text].length, url: text, expanded_url: text, display_url: text }
  const post = {
    id: '1479',
    text,
    author_id: '7',
    created_at: '2010-12-17T13:02:11.000Z',
    conversation_id: text,
    in_reply_to_user_id: text,
    lang: text,
    entities: { urls: [url, { ...url, start: -1, end: 99999 }] },
    attachments: { media_keys: ['3_1', '7_1', text], poll_ids: [text] },
    edit_history_tweet_ids: ['1479', text],
    referenced_tweets: [{ type: 'replied_to', id: text }, { type: 'quoted', id: '1400' }, { type: text, id: text }],
    withheld: { country_codes: [text] },
  } // biome-ignore format: as JSON
  const media = { type: text, url: text, preview_image_url: text, alt_text: text, width: 1, height: 1 }
  return JSON.parse(
    JSON.stringify({
      data: [post, { ...post, id: '1480', edit_history_tweet_ids: ['1480'], note_tweet: { text, entities: { urls: [url] } } }],
      includes: {
        users: [{ id: '7', name: text, username: text }],
        tweets: [{ ...post, id: '1400', edit_history_tweet_ids: ['1400'], referenced_tweets: [] }],
        media: [{ ...media, media_key: '3_1' }, { ...media, media_key: '7_1' }, { ...media, media_key: text }],
        polls: [{ id: text, options: [{ position: 1, label: text, votes: 1 }], end_datetime: text }],
      },
    }),
  ) // biome-ignore format: as JSON
}

test('whatever X sends becomes posts that UTF-8 can hold, with links to the web only, and that read back', () => {
  const told = [...ownCases, ...naughtyStrings].flatMap(({ name, text }) => {
    const { posts } = reading(answerOf(text))
    if (posts.length !== 2) return [`${name}: ${posts.length} posts`]
    reread([
      segment(
        'q1',
        posts.map((post) => filed(post)),
      ),
    ])
    return [...new Set(posts.flatMap(faultsOf))].map((fault) => `${name}: ${fault}`)
  })
  expect(told).toEqual([])
})

function faultsOf(post: Post): string[] {
  const links = [post, ...(post.quoted ? [post.quoted] : [])].flatMap((one) => [
    ...one.text.flatMap((run) => (typeof run === 'string' ? [] : [run.target])),
    ...one.media.map(({ url }) => url).filter((url) => url !== ''),
    ...(one.url === undefined ? [] : [one.url]),
  ])
  return [
    ...links.filter((link) => kindOfTarget(link) !== 'web' || !URL.canParse(link)),
    ...stringsIn(post).filter((text) => /[\0\p{Surrogate}]/u.test(text)),
    ...stringsIn(post.url).filter(
      (url) => !/^https:\/\/x\.com\/[^/?#\s"<>]*\/status\/[^/?#\s"<>]+$/.test(url),
    ),
  ]
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
