import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toArchive } from '../../scripts/demo/archive.ts'
import { readSample, sampleFolder } from '../../scripts/demo/read-sample.ts'
import { timeOf } from '../../scripts/demo/snowflake.ts'
import { slices } from './ask.ts'

const { people, posts } = readSample()
const archive = toArchive({ people, posts, mediaUrl: (file) => `https://pbs.example.com/media/${file}` })
const tweets = archive.versions.map((version) => version.tweet)

describe('the sample chat', () => {
  test.each(['2010-12-03', '2010-12-10', '2010-12-17'])(
    '%s has 40 to 80 posts by a dozen people or more',
    (date) => {
      const said = posts.filter((post) => post.at.startsWith(date))
      expect(said.length).toBeGreaterThanOrEqual(40)
      expect(said.length).toBeLessThanOrEqual(80)
      expect(new Set(said.map((post) => post.by)).size).toBeGreaterThanOrEqual(12)
    },
  )

  test('is told in the order it was said', () => {
    const times = posts.map((post) => post.at)
    expect(times).toEqual([...times].sort())
  })

  test('has only people who are introduced, and says of each that they are invented', () => {
    const introduced = people.map((person) => person.handle)
    expect(posts.map((post) => post.by).filter((handle) => !introduced.includes(handle))).toEqual([])
    for (const person of people)
      expect(`${person.handle} ${person.bio}`).toMatch(/^(eg_|\w+_sample ).*(invented|dychmygol|not real)/i)
  })

  test('mentions nobody else', () => {
    const known = new Set(people.map((person) => person.handle))
    const mentioned = tweets.flatMap((tweet) => tweet.entities?.mentions ?? []).map((one) => one.username)
    expect(mentioned.filter((handle) => !known.has(handle))).toEqual([])
  })

  test('links nowhere but to example hosts', () => {
    const targets = posts.flatMap(
      (post) => `${post.text} ${post.edited?.text ?? ''}`.match(/https?:\/\/[^\s/]+/g) ?? [],
    )
    expect(
      targets.filter((target) => !/^https?:\/\/([a-z]+\.)*example\.(gov\.uk|org|com)$/.test(target)),
    ).toEqual([])
    expect(targets.length).toBeGreaterThan(8)
  })

  test('shows pictures that are there, and uses all of them', () => {
    const shown = posts.flatMap((post) => post.pictures ?? []).map((picture) => picture.file)
    expect([...new Set(shown)].sort()).toEqual(readdirSync(`${sampleFolder}/pictures`).sort())
  })

  test.each([
    ['a label', (text: string) => /^A1\b/.test(text)],
    ['an answer without one', (text: string) => !/^[AQ]\d/.test(text)],
    ['a question', (text: string) => /^Q2\b/.test(text)],
    ['a repeated question', (text: string) => text.startsWith('Q3 again')],
    ['an ampersand', (text: string) => text.includes('&amp;')],
    ['a less-than sign', (text: string) => text.includes('&lt;')],
    ['markdown', (text: string) => /\*\w+\*|__\w+__|\[1\]/.test(text)],
    ['an emoji', (text: string) => /\p{Emoji_Presentation}/u.test(text)],
    ['a post without the hashtag', (text: string) => !text.includes('#lgovsm')],
    ['next week', (text: string) => text.includes("Next week's host is")],
  ])('has %s', (_, holds) => {
    expect(tweets.some((tweet) => holds(tweet.text))).toBe(true)
  })

  test('has one of each that X can attach', () => {
    expect(tweets.filter((tweet) => tweet.note_tweet).length).toBeGreaterThanOrEqual(2)
    expect(tweets.filter((tweet) => tweet.lang === 'cy').length).toBeGreaterThanOrEqual(8)
    expect(tweets.filter((tweet) => tweet.edit_history_tweet_ids.length > 1).length).toBe(4)
    expect(archive.polls.size).toBe(2)
    const described = [...archive.media.values()].map((item) => item.alt_text !== undefined)
    expect(new Set(described)).toEqual(new Set([true, false]))
  })
})

describe('what the sample becomes', () => {
  test('ids tell the time, and each is another', () => {
    expect(tweets.map((tweet) => timeOf(tweet.id))).toEqual(
      tweets.map((tweet) => tweet.created_at.replace('.000', '')),
    )
    expect(new Set(tweets.map((tweet) => tweet.id)).size).toBe(tweets.length)
  })

  test('entities point at what they name', () => {
    const all = tweets.flatMap((tweet) => [
      ...slices(tweet.text, tweet.entities),
      ...slices(tweet.note_tweet?.text ?? '', tweet.note_tweet?.entities),
    ])
    expect(all.map((one) => one.slice)).toEqual(all.map((one) => one.literal))
    expect(all.length).toBeGreaterThan(220)
  })

  test('texts are at most 280 characters, and longer ones stand whole beside them', () => {
    for (const tweet of tweets) expect([...tweet.text].length).toBeLessThanOrEqual(280)
    for (const tweet of tweets.filter((one) => one.note_tweet)) expect(tweet.text).toContain('…')
  })

  test('a reply belongs to the conversation of the first post', () => {
    const byId = new Map(tweets.map((tweet) => [tweet.id, tweet]))
    for (const tweet of tweets) {
      const parent = tweet.referenced_tweets?.find((one) => one.type === 'replied_to')
      const root = parent ? byId.get(parent.id)?.conversation_id : tweet.edit_history_tweet_ids[0]
      if (root !== undefined) expect(tweet.conversation_id).toBe(root)
    }
  })
})
