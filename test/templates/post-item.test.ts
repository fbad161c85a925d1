import { expect, test } from 'vitest'
import type { Post } from '../../scripts/model/post.ts'
import { emptied } from '../../scripts/model/removed.ts'
import type { FiledPost } from '../../scripts/model/session.ts'
import type { Site } from '../../scripts/model/site.ts'
import { findAside } from '../../templates/parts/aside.ts'
import { contextOf } from '../../templates/parts/context.ts'
import { postItem } from '../../templates/parts/post-item.ts'
import { wordsIn } from '../../templates/parts/words.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from './site.ts'

const parent = post({ at: '13:02:11', by: 'dave', text: 'A1 Early', url: undefined })

test.each<[string, Partial<Parameters<typeof post>[0]>, string]>([
  [
    'time, name and handle in one link to the original',
    { author: { id: '1', handle: 'sam', name: 'Sam Jones' } },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>Sam Jones</b> @sam</a><br>Hello\n',
  ],
  ['no address, no link', { url: undefined }, '<li id=130300><span>13:03\t<b>@sam</b></span><br>Hello\n'],
  [
    'an address that is none, no link',
    { url: 'javascript:alert(1)' },
    '<li id=130300><span>13:03\t<b>@sam</b></span><br>Hello\n',
  ],
  [
    'whom a reply answers',
    { replyTo: parent.id, text: '@Dave @ann Yes' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a> <i>to <a href=#130211>dave, 13:02</a> and @ann</i><br>Yes\n',
  ],
  [
    'whom it answers, without the post',
    { replyTo: '5', replyToUser: 'u-dave', text: '@dave Yes' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a> <i>to dave</i><br>Yes\n',
  ],
  [
    'a reply to somebody unknown keeps its names',
    { replyTo: '5', text: '@zoe Yes' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>@zoe Yes\n',
  ],
  [
    'another language',
    { lang: 'cy', text: 'Diolch' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><div lang="cy">Diolch</div>\n',
  ],
  [
    'another direction',
    { text: 'שלום' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><div dir=auto>שלום</div>\n',
  ],
  [
    'lines and markup in text',
    { text: 'a <b>\nb & "c"' },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>a &lt;b&gt;<br>b &amp; "c"\n',
  ],
  [
    'an author the network no longer names',
    { author: { id: '9', handle: undefined, name: '' } },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>Name not available</b></a><br>Hello\n',
  ],
  [
    'a picture that is here',
    {
      text: 'See',
      media: [{ kind: 'photo', url: '', file: 'a.jpg', alt: 'A "map"', width: 640, height: 480 }],
    },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>See<br><img src="media/a.jpg" alt="A &quot;map&quot;" loading=lazy width=640 height=480>\n',
  ],
  [
    'a picture that is not',
    {
      text: 'See',
      media: [
        {
          kind: 'video',
          url: 'https://pbs.twimg.com/a.jpg',
          file: undefined,
          alt: undefined,
          width: 1,
          height: 1,
        },
      ],
    },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>See<p><a href="https://x.com/sam/status/S">Video</a>: no description given\n',
  ],
  [
    'a poll',
    {
      text: 'Which?',
      poll: {
        options: [
          { label: 'This <1>', votes: 1 },
          { label: 'That', votes: undefined },
        ],
        endsAt: undefined,
      },
    },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>Which?<p>Poll:<ul><li>This &lt;1&gt;, 1 vote<li>That</ul>\n',
  ],
  [
    'a link to a post of this page',
    {
      text: [
        'See ',
        {
          url: 'https://t.co/a',
          target: `https://twitter.com/dave/status/${parent.id}`,
          display: 'twitter.com/dave/st…',
        },
      ],
    },
    '<li id=130300><a href=https://x.com/sam/status/S>13:03\t<b>@sam</b></a><br>See <a href=#130211>dave, 13:02</a>\n',
  ],
])('%s', (_, options, shown) => {
  // biome-ignore format: a table
  const said = post({ at: '13:03:00', by: 'sam', url: 'https://x.com/sam/status/S', ...options })
  expect(item(said)).toBe(shown)
})

test('a quoted post stands inside', () => {
  const quoted = post({ id: '77', at: '12:59:00', by: 'ann', text: 'Hi #lgovsm', url: undefined })
  const said = post({ at: '13:03:00', url: undefined, text: 'This', quotes: '77', quoted })
  expect(item(said)).toContain('<br>This<blockquote><span>12:59\t<b>@ann</b></span><br>Hi</blockquote>')
})

test('links by the network’s shortener, where the site says so', () => {
  const link = { url: 'https://t.co/a', target: 'https://example.org/a', display: 'example.org/a' }
  expect(item(post({ at: '13:03:00', text: [link] }))).toContain(
    '<a href=https://example.org/a>example.org/a</a>',
  )
  const short = { ...site, links: 't.co' } as const
  expect(item(post({ at: '13:03:00', text: [link] }), { site: short })).toContain(
    '<a href=https://t.co/a>example.org/a</a>',
  )
})

test('the host’s note is markdown, and an edit is said', () => {
  const shown = item(post({ at: '13:03:00', versions: ['1', '2'] }), { filed: { note: 'Meant *Q2*.' } })
  expect(shown).toContain(' <i>edited</i>')
  expect(shown).toContain('<div role=note><p>Meant <em>Q2</em>.</p>\n</div>')
})

test.each([
  ['12:59:00', 'before the chat'],
  ['13:10:00', undefined],
  ['13:30:00', 'during Q2'],
  ['14:00:00', undefined],
])('said at %s in question 1: %s', (at, aside) => {
  const context = contextFor([post({ at })])
  const [said] = context.said
  expect(said && findAside(said, context)).toBe(aside)
})

type Options = { readonly site?: Site; readonly filed?: Partial<FiledPost> }

function item(said: Post, options: Options = {}): string {
  const context = contextFor([parent, said], options)
  const found = context.said.find(({ id }) => id === said.id)
  if (!found) throw new Error('not on the page')
  return postItem(found, undefined, context).toString()
}

function contextFor(posts: readonly Post[], options: Options = {}) {
  const times = [{ start: at('13:00'), end: at('13:20') }, { start: at('13:20'), end: at('14:00') }] // biome-ignore format: a table
  return contextOf({
    site: options.site ?? site,
    chat: chat(),
    words: wordsIn('en'),
    media: 'media/',
    bylineHref: ({ post: { url } }) => url,
    session: session([
      segment('q1', posts.map((said) => filed(said, options.filed)), times[0]),
      segment('q2', [], times[1]),
    ]), // biome-ignore format: a table
  })
}

function at(time: string): string {
  return `2010-12-17T${time}:00Z`
}

test('a removed post keeps its address and its time, and who answers it says so', () => {
  const gone = emptied(parent)
  const reply = post({ at: '13:03:00', replyTo: gone.id, replyToUser: 'u-dave', text: '@dave Yes' })
  const still = post({ at: '13:04:00', by: 'dave' })
  const context = contextFor([gone, reply, still])
  const [first, second] = context.said.map((said) => String(postItem(said, undefined, context)))
  expect(first).toBe('<li id=130211><span>13:02\t<b>removed</b></span>\n')
  expect(second).toContain('<i>to <a href=#130211>removed, 13:02</a></i><br>@dave Yes\n')
})
