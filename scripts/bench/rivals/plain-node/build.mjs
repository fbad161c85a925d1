/**
 * The floor: what it costs to read an archive's content and to write its pages with nothing but Node. It takes the
 * format as this project writes it and knows no exception, escapes and nothing more. `node build.mjs FROM TO`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from = '', to = ''] = process.argv.slice(2)
const keys = ['before', 'q1', 'q2', 'q3', 'after']
const chat = readdirSync(from, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? ''
const dates = readdirSync(join(from, chat)).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
const people = new Map()
const sessions = []

for (const date of dates) {
  const segments = keys.flatMap((key) => readSegment(date, key))
  const posts = segments.flatMap((segment) => segment.posts)
  const title = /^title: (.*)$/m.exec(readFileSync(join(from, chat, date, 'index.md'), 'utf8'))?.[1] ?? date
  sessions.push({
    date,
    title,
    count: posts.length,
    questions: segments.map(({ question }) => question),
    links: posts.flatMap(linksOf),
  })
  for (const post of posts) notePerson(post, date)
  write(`${chat}/${date}`, title, segments.map(section).join(''))
  write(`${chat}/${date}/hour`, title, list(posts.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(item)))
}
for (const { handle, name, parts } of people.values()) {
  const lines = [...parts].map(([date, count]) => `<li><a href="../../${date}/">${date}</a>: ${count}\n`)
  write(`${chat}/people/${handle}`, name, list(lines))
}
write(
  `${chat}/people`,
  'People',
  list([...people.values()].map(({ handle, name }) => `<li><a href="${handle}/">${escaped(name)}</a>\n`)),
)
write(
  `${chat}/questions`,
  'Questions',
  sessions
    .map(
      ({ title, questions }) =>
        `<h2>${escaped(title)}</h2>${list(questions.map((text) => `<li>${escaped(text)}\n`))}`,
    )
    .join(''),
)
write(
  `${chat}/links`,
  'Links',
  sessions
    .map(({ title, links }) => `<h2>${escaped(title)}</h2>${list(links.map((link) => `<li>${link}\n`))}`)
    .join(''),
)
write(
  chat,
  chat,
  list(
    sessions.map(
      ({ date, title, count }) => `<li><a href="${date}/">${escaped(title)}</a>, ${count} posts\n`,
    ),
  ),
)
write('', 'Archive', `<p><a href="${chat}/">${chat}</a>`)

function readSegment(date, key) {
  let text
  try {
    text = readFileSync(join(from, chat, date, `${key}.md`), 'utf8')
  } catch {
    return []
  }
  const [front = '', ...blocks] = `\n${text}`.split('\n### ')
  const question = /^question: (.*)$/m.exec(front)?.[1] ?? ''
  return [{ key, question, posts: blocks.map(readPost) }]
}

function readPost(block) {
  const [heading = '', comment = '', , ...lines] = block.split('\n')
  const [, handle, url, name] = /^\[@([^\]]*)\]\(<([^>]*)>\) (.*) · /.exec(heading) ?? []
  return { handle, url, name, at: / at=(\S+)/.exec(comment)?.[1] ?? '', text: lines.join('\n').trim() }
}

function linksOf({ text }) {
  return [...text.matchAll(/\[([^\]]*)\]\(<([^ ]*?)>/g)].map(
    ([, shown, target]) => `<a href="${escaped(target)}">${escaped(shown)}</a>`,
  )
}

function notePerson({ handle, name }, date) {
  const person = people.get(handle) ?? { handle, name, parts: new Map() }
  person.parts.set(date, (person.parts.get(date) ?? 0) + 1)
  people.set(handle, person)
}

function section({ key, question, posts }) {
  return `<h2 id=${key}>${escaped(question || key)}</h2>${list(posts.map(item))}`
}

function item({ at, url, name, text }) {
  const said = escaped(text.replace(/\\(.)/g, '$1')).replace(
    /\[([^\]]*)\]\(&lt;([^ ]*?)&gt;[^)]*\)/g,
    '<a href="$2">$1</a>',
  )
  return `<li id=${at.slice(11, 19).replaceAll(':', '')}><a href="${url}">${at.slice(11, 19)}</a> <b>${escaped(name)}</b><br>${said}\n`
}

function list(items) {
  return `<ul>${items.join('')}</ul>`
}

function escaped(text) {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`) : text
}

function write(folder, title, body) {
  mkdirSync(join(to, folder), { recursive: true })
  writeFileSync(
    join(to, folder, 'index.html'),
    `<!doctype html><html lang=en><meta charset=utf-8><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${body}`,
  )
}
