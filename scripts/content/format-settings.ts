import { stringify } from 'yaml'
import type { Chat, OneOff } from '../model/chat.ts'
import { weekdayName } from '../model/date-words.ts'
import type { Site } from '../model/site.ts'

/** chat.yaml with a comment for every setting, for hosts who edit it on the web. Read again, it is the same chat. */
export function formatChatSettings(chat: Chat): string {
  const { window } = chat
  return `# The settings of one chat. Every line may be left out. A line that begins with "#" does nothing.

title: ${quoted(chat.title)}

# In quotation marks. The first is the chat's own; posts with one of the others are read too.
hashtags: ${list(chat.hashtags)}

# When it takes place, by the clocks of that place: they go forward and back by themselves.
zone: ${plain(chat.zone)}
weekday: ${weekdayName(chat.weekday)}
time: ${chat.time}
minutes: ${chat.minutes}

# How many questions share the time; 0 is one open chat.
questions: ${chat.questions}

# Whose posts ask the questions.
hosts: ${list(chat.hosts.map((host) => `@${host}`))}

# Date of the first session; nothing before it is fetched.
${chat.first === undefined ? '# first: 2010-12-03' : `first: ${chat.first}`}

# Dates without a session, and why.
${skipLines(chat)}

# Sessions that differ, or stand on another day: what is not said is as always.
${sessionLines(chat)}

# From how many minutes before the start to how many after the end posts are read: each is a reading of its own.
window:
  before: ${window.before}
  after: [${window.after.join(', ')}]

# Handles, or ids of posts, that stand under no question.
leave_out: ${list(chat.leaveOut)}

# yes: replies to the question posts that forgot the hashtag are read too. That costs as much as any other post.
replies: ${chat.replies ? 'yes' : 'no'}

# A post with this hashtag is not kept at all.
off_the_record: ${quoted(chat.offTheRecord)}

# Pictures of posts, small or none, where it is not as site.yaml says.
${chat.media === undefined ? '# media: none' : `media: ${chat.media}`}
${chat.sample ? '\n# Invented people from the built-in sample.\nsample: yes\n' : ''}`
}

function skipLines({ skip }: Chat): string {
  if (skip.length === 0) return '# skip:\n#   2010-12-24: Christmas Eve'
  return [
    'skip:',
    ...skip.map(({ date, reason }) => `  ${date}: ${reason && quoted(reason)}`.trimEnd()),
  ].join('\n')
}

function sessionLines({ oneOffs }: Chat): string {
  if (oneOffs.length === 0) return '# sessions:\n#   2010-12-21:\n#     time: 12:00\n#     hosts: ["@guest"]'
  return ['sessions:', ...oneOffs.flatMap(oneOffLines)].join('\n')
}

function oneOffLines({ date, time, minutes, questions, hosts }: OneOff): string[] {
  return [
    `  ${date}:`,
    ...(time === undefined ? [] : [`    time: ${time}`]),
    ...(minutes === undefined ? [] : [`    minutes: ${minutes}`]),
    ...(questions === undefined ? [] : [`    questions: ${questions}`]),
    ...(hosts === undefined ? [] : [`    hosts: ${list(hosts.map((host) => `@${host}`))}`]),
  ]
}

/** site.yaml, likewise. */
export function formatSiteSettings(site: Site): string {
  const { address, accent, contact } = site
  return `# The settings of the whole archive. Every line may be left out. A line that begins with "#" does nothing.

title: ${quoted(site.title)}
tagline: ${quoted(site.tagline)}

# Where the site stands on the web, once you know it.
${address === undefined ? '# address: https://example.org/archive/' : `address: ${plain(address)}`}

# Language of the headings and links: en or cy.
language: ${site.language}

# Whom to ask to have a post removed: an e-mail address or a web address. It stands below every page.
${contact === undefined ? '# contact: you@example.org' : `contact: ${plain(contact)}`}

# How those who are not on the network send in questions and answers: an e-mail address is the simplest. "form" is the
# address of a form service that this site's own forms are sent to; "form_page" a page of one, with {tag} where it
# takes the session and question; "tumblr" an ask page; "message" where a direct message is written.
${takePartLines(site)}

# Colour of links, in quotation marks.
${accent === undefined ? '# accent: "#00703c"' : `accent: ${quoted(accent)}`}

# expanded: links in posts lead straight to their page; t.co: through the network's own shortener.
links: ${site.links}

# short: the chat's hashtag at the end of a post and the names at the beginning of a reply are left off the page.
text: ${site.text}

# A search page: yes or no.
search: ${site.search ? 'yes' : 'no'}

# Each session as plain text too, ready to mail: yes or no.
text_files: ${site.textFiles ? 'yes' : 'no'}

# A blog in the manner of Tumblr, at /blog/: yes or no. With several chats, the name of the one it began with.
${blogLine(site)}

# plain, or tumblr: the blog is the whole site.
${site.theme === undefined ? '# theme: tumblr' : `theme: ${site.theme}`}

# A blog on Tumblr that is kept in step, once its keys are there; see docs/tumblr.md.
${site.tumblr === undefined ? '# tumblr: name-of-the-blog' : `tumblr: ${site.tumblr}`}

# small: pictures of posts are fetched with them and kept, made small; none: a page says what they show.
media: ${site.media}

# Where they may come from.
media_hosts: ${list(site.mediaHosts)}

# What one run may cost at most, in US dollars: it stops before that is passed, and keeps what it has read.
max_cost: ${site.maxCost.toFixed(2)}
`
}

function blogLine({ blog }: Site): string {
  if (blog === undefined) return '# blog: yes'
  return `blog: ${blog.first ?? (blog.isOn ? 'yes' : 'no')}`
}

const wayExamples = {
  email: 'ask@example.org',
  form: 'https://forms.example.org/f/abc',
  form_page: 'https://forms.example.org/page?about={tag}',
  tumblr: 'https://lgovsm.tumblr.com/ask',
  message: 'https://x.com/messages/compose?recipient_id=12',
  github: 'owner/repository',
}

function takePartLines({ takePart }: Site): string {
  const { formPage, ...same } = takePart ?? {}
  const values: Readonly<Record<string, string | undefined>> = { ...same, form_page: formPage }
  const isSet = Object.values(values).some((value) => value !== undefined)
  const lines = Object.entries(wayExamples).map(([key, example]) => {
    const value = values[key]
    if (value !== undefined) return `  ${key}: ${plain(value)}`
    return isSet ? `  # ${key}: ${example}` : `#   ${key}: ${example}`
  })
  return [isSet ? 'take_part:' : '# take_part:', ...lines].join('\n')
}

function list(items: readonly string[]): string {
  return `[${items.map(quoted).join(', ')}]`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Without quotation marks where YAML needs none. */
function plain(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim()
}
