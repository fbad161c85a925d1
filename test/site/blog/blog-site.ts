import type { Archive } from '../../../scripts/model/archive.ts'
import type { Session } from '../../../scripts/model/session.ts'
import { chat } from '../../builders.ts'
import { fixture, held, hostileSession, plainSession } from '../archive.ts'

/** The fixture with a second chat on the same date, as a site with a blog beside it or with nothing else. */
export function blogArchive(theme: 'plain' | 'tumblr' = 'plain'): Archive {
  const { site, pages } = fixture()
  return {
    site: {
      ...site,
      tagline: 'What was said',
      address: 'https://example.org/archive/',
      blog: { isOn: true, first: 'lgovsm' },
      theme,
    },
    pages,
    chats: [
      held(chat({ hosts: ['sam'] }), [
        { ...withoutPictures(plainSession()), date: '2010-12-10', title: '', checked: false },
        { ...plainSession(), tags: ['Snow days', 'budgets'] },
        { ...hostileSession(), checked: true, tags: ['<b>&', '../..', 'snow DAYS'] },
      ]),
      held(chat({ name: 'nhssm', title: '#nhssm', hashtags: ['#nhssm'] }), [
        { ...withoutPictures(plainSession()), title: 'Wards' },
      ]),
    ],
  }
}

export function withoutPictures(session: Session): Session {
  const bare = (posts: Session['segments'][number]['posts']) =>
    posts.map((item) => ({ ...item, post: { ...item.post, media: [] } }))
  return { ...session, segments: session.segments.map((part) => ({ ...part, posts: bare(part.posts) })) }
}

/** Files of every kind of page that the blog has. */
export const blogKinds = [
  'blog/index.html',
  'blog/post/2010-12-17/index.html',
  'blog/post/2010-12-24/index.html',
  'blog/post/2010-12-17-nhssm/index.html',
  'blog/tagged/2010/index.html',
  'blog/archive/index.html',
  'blog/ask/index.html',
  'blog/submit/index.html',
  'blog/rss/index.html',
]
