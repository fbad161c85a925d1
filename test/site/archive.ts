import type { Archive, ChatArchive } from '../../scripts/model/archive.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Session } from '../../scripts/model/session.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from '../templates/site.ts'

/** What somebody might post to take a page over. */
export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</ol></li><h2 id=q9>Q9</h2>',
  '<!-- <style>*{display:none}</style> -->',
  '{% raw %}{{ 7*7 }}<%= x %>',
  '[x](javascript:alert(1)) ![x](http://example.org/x.png)',
  '&lt;script&gt; &#60;b&#62; &amp;nbsp',
  '\u202eright to left\u2066 and\u2069\u2069 back',
  `Z${'\u0301'.repeat(5000)}`,
  '\u0000\u0008\ud800 controls \ufeff\ufffe',
  '   ',
]

/** Two chats: one with a title, pictures, a poll and hostile posts, one with nothing yet. */
export function fixture(): Archive {
  return {
    site,
    pages: [{ slug: 'about', title: 'About', body: 'Who *we* are.' }],
    chats: [
      held(chat({ hosts: ['sam'] }), [plainSession(), hostileSession()]),
      held(chat({ name: 'nhssm', title: '#nhssm', hashtags: ['#nhssm'] }), []),
    ],
  }
}

export function held(of: Chat, sessions: readonly Session[]): ChatArchive {
  const byDate = new Map(sessions.map((one) => [one.date, one]))
  return {
    chat: of,
    dates: [...byDate.keys()],
    read: (date) => byDate.get(date) ?? session([], { date }),
  }
}

export function plainSession(): Session {
  const asked = post({ at: '13:00:05', text: 'Q1 How do we start? #lgovsm' })
  const answer = post({ at: '13:02:11', by: 'dave', text: 'A1 Early #lgovsm' })
  const picture = post({
    at: '13:05:00',
    by: 'ann',
    text: 'Our wall',
    media: [{ kind: 'photo', url: '', file: 'wall.png', alt: 'A wall of notes', width: 1, height: 1 }],
  })
  const late = post({ at: '13:31:00', by: 'dave', text: '@ann Lovely', replyTo: picture.id })
  const author = { id: undefined, handle: undefined, name: 'Jo' }
  const afterwards = post({ id: 'mail:1', at: '15:00:00', author, text: 'From my desk', url: undefined })
  const link = {
    url: 'https://t.co/a',
    target: 'https://example.gov.uk/survey?x=1&y=2',
    display: 'example.gov.uk/su…',
  }
  const shared = post({ at: '13:40:00', by: 'ann', lang: 'cy', text: ['Gweler ', link] })
  const hidden = post({ at: '13:41:00', by: 'eve', text: 'HIDDEN WORDS' })
  const outside = post({ at: '13:42:00', by: 'mallory', text: 'OUTSIDE WORDS' })
  return session(
    [
      segment('before', [filed(post({ at: '12:55:00', by: 'ann', text: 'Ready' }))]),
      segment(
        'q1',
        [asked, answer, picture, late, afterwards].map((said) => filed(said)),
        {
          question: 'How do we start?',
          start: '2010-12-17T13:00:00Z',
          end: '2010-12-17T13:30:00Z',
          intro: 'The *first* question.',
        },
      ),
      segment('q2', [filed(shared), filed(hidden, { hidden: true })], {
        question: 'How do we go on?',
        start: '2010-12-17T13:30:00Z',
        end: '2010-12-17T14:00:00Z',
      }),
      segment('outside', [filed(outside)]),
    ],
    { title: 'Starting', summary: 'We talked about *starting*.', checked: true },
  )
}

/** Hostile text wherever somebody else's words can stand. */
export function hostileSession(): Session {
  const posts = hostile.map((text, index) => {
    const at = `2010-12-24T13:${String(index + 10)}:00Z`
    const link = { url: 'javascript:alert(1)', target: `javascript:alert(1)//${text}`, display: text }
    const shared = { url: 'https://t.co/x', target: `https://example.org/?${text}`, display: text }
    const said = post({
      at,
      author: { id: `9${index}`, handle: `h${index}`, name: text },
      url: `https://x.com/${text}/status/1`,
      text: [`${text} `, link, ' ', shared],
      lang: text,
      media: [{ kind: 'photo', url: text, file: undefined, alt: text, width: undefined, height: undefined }],
      poll: { options: [{ label: text, votes: 1 }], endsAt: undefined },
    })
    return filed({ ...said, quotes: '5', quoted: { ...said, id: '5', quoted: undefined } }, { note: text })
  })
  const [one = '', two = ''] = hostile
  const times = { start: '2010-12-24T13:00:00Z', end: '2010-12-24T14:00:00Z' }
  return session([segment('q1', posts, { ...times, question: two, intro: one })], {
    date: '2010-12-24',
    title: hostile.join(' '),
    summary: hostile.join('\n\n'),
  })
}
