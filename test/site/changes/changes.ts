import { cpSync, existsSync, readdirSync, renameSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { pick, type Random } from '../../../scripts/bench/generate/random.ts'
import { formatQuestions } from '../../../scripts/content/questions-file.ts'
import { addDays } from '../../../scripts/model/date.ts'
import { blockOf, dates, filesIn, randomPost, read, remove, write, writeSession } from './small-archive.ts'

/** Changes something in a project's folder; returns what, undefined where there is nothing to change. */
export type Change = (root: string, random: Random) => string | undefined

const segments = /\/q\d\.md$|\/after\.md$/
const settings = [
  ['title', ['Small', 'Smaller']],
  ['address', ['', 'https://example.org/a/', 'https://example.org/']],
  ['accent', ['', '"#00703c"', 'teal']],
  ['contact', ['', 'a@example.org']],
  ['language', ['en', 'cy']],
  ['links', ['expanded', 't.co']],
  ['text', ['short', 'full']],
  ['text_files', ['yes', 'no']],
  ['blog', ['lgovsm', 'nhssm', 'no']],
  ['theme', ['plain', 'tumblr']],
  ['tagline', ['', 'All of it']],
  ['take_part', ['', '{email: ask@example.org}', '{tumblr: https://a.tumblr.com/ask}']],
] as const
const chatSettings = [
  ['title', ['', 'A chat']],
  ['hosts', ['h0', 'h1, h2']],
  ['time', ['13:00', '12:30']],
  ['weekday', ['Friday', 'Monday']],
  ['zone', ['Europe/London', 'America/New_York']],
  ['hashtags', ['"#lgovsm"', '"#lgovsm, #other"']],
  ['sample', ['yes', 'no']],
] as const

/** By name, so that a failing series says what it did. */
export const changes: Readonly<Record<string, Change>> = {
  'add a post': inSegment((text, random, date) => text + blockOf(randomPost(random, date))),
  'send an answer in': inSegment((text, random, date) => {
    const author = { id: undefined, handle: undefined, name: pick(random, ['Jo', 'Anonymous']) }
    const sent = {
      ...randomPost(random, date),
      id: `email:${Math.floor(random() * 1e9)}`,
      author,
      url: undefined,
    }
    return text + blockOf(sent)
  }),
  'send questions in': (root, random) => {
    const file = `content/${pick(random, chatsOf(root))}/questions.yaml`
    const chosen = { date: pick(random, dates), key: 'q1' }
    const asked = {
      id: 'email:1',
      text: `Why ${Math.floor(random() * 9)}?`,
      name: 'Jo',
      received: undefined,
      chosen,
    }
    write(root, file, formatQuestions({ backlog: random() < 0.5, questions: [asked] }))
    return file
  },
  'edit a post': inBlock((block) => block.replace(/\n\n(.)/, '\n\nedited $1')),
  'hide a post': inBlock((block) => block.replace(' at=', ' hide at=')),
  'delete a post': inBlock(() => ''),
  'give a post a note': inBlock((block) => `${block.trimEnd()}\n\n<!-- note -->\nA *note*\n\n`),
  'move a post': (root, random) => {
    const [from, to] = [anySegment(root, random), anySegment(root, random)]
    if (!from || !to || from === to || folderOf(from) !== folderOf(to)) return undefined
    const [, block] = blocksOf(read(root, from))
    if (!block) return undefined
    write(root, from, read(root, from).replace(block, ''))
    write(root, to, `${read(root, to)}\n${block}`)
    return `${from} to ${to}`
  },
  'rename a person everywhere': (root, random) => {
    const number = Math.floor(random() * 4)
    const name = pick(random, ['New Name', 'Zed', '@h1', ''])
    const heading = new RegExp(`^(### \\[@h${number}\\]\\S+) .* · `, 'gm')
    for (const file of filesIn(root, 'content', segments))
      write(root, file, read(root, file).replace(heading, `$1 ${name} · `))
    return `h${number} to ${name}`
  },
  'give a person another handle in a session': inSegment((text) => text.replaceAll('@h1]', '@H9]')),
  'ask another question': inSegment((text) => text.replace(/^question: .*$/m, 'question: And what else?')),
  'write above the posts': inSegment((text) => text.replace(/^---\n\n/m, '---\n\nA word from the host.\n\n')),
  'read a transcript over': inIndex((text) => text.replace('checked: no', 'checked: yes')),
  'leave a transcript a draft': inIndex((text) => text.replace('checked: yes', 'checked: no')),
  'give a session a title': inIndex((text, random) =>
    text.replace(/^title:.*$/m, `title: ${pick(random, ['', 'Trees', 'Paths'])}`),
  ),
  'give a session a topic': inIndex((text, random) =>
    text.replace(/^tags:.*$/m, `tags: ${pick(random, ['trees, budget', 'con'])}`),
  ),
  'sum a session up': inIndex((text) => `${text}And a *third*.\n`),
  'add a session': (root, random) => {
    const folder = `content/${pick(random, chatsOf(root))}/${pick(random, [...dates, '2011-02-11', '2012-03-02'])}`
    if (existsSync(join(root, folder))) return undefined
    writeSession(root, folder, random)
    return folder
  },
  'plan a session': (root, random) => {
    const chat = pick(random, chatsOf(root))
    const newest = readdirSync(join(root, 'content', chat))
      .filter((name) => existsSync(join(root, 'content', chat, name, 'q1.md')))
      .sort()
      .at(-1)
    const folder = `content/${chat}/${addDays(newest ?? '2010-12-10', 7)}`
    write(root, `${folder}/index.md`, `---\ntitle: Planned\nquestions: [Why?, ${random()}?]\n---\n`)
    return folder
  },
  'delete a session': (root, random) => {
    const folder = anySession(root, random)
    if (folder) remove(root, folder)
    return folder
  },
  'move a session': (root, random) => {
    const folder = anySession(root, random)
    if (!folder || existsSync(join(root, 'content/lgovsm/2014-05-02'))) return undefined
    renameSync(join(root, folder), join(root, 'content/lgovsm/2014-05-02'))
    return folder
  },
  'change a setting of the site': (root, random) =>
    setAny(root, 'content/site.yaml', { list: settings, random }),
  'change a setting of a chat': (root, random) =>
    setAny(root, `content/${pick(random, chatsOf(root))}/chat.yaml`, { list: chatSettings, random }),
  'add a chat': (root, random) => {
    if (existsSync(join(root, 'content/newchat'))) return undefined
    write(root, 'content/newchat/chat.yaml', 'hashtags: "#newchat"\n')
    writeSession(root, 'content/newchat/2010-12-17', random)
    return 'newchat'
  },
  'delete a chat': (root) => {
    if (!existsSync(join(root, 'content/newchat'))) return undefined
    remove(root, 'content/newchat')
    return 'newchat'
  },
  'write a page': (root, random) => {
    const name = pick(random, ['about', 'take-part'])
    write(
      root,
      `content/pages/${name}.md`,
      `---\ntitle: ${pick(random, ['About', 'Us'])}\n---\n${random()}\n`,
    )
    return name
  },
  'delete a page': (root) => {
    remove(root, 'content/pages/take-part.md')
    return 'take-part'
  },
  'set another style': (root, random) => {
    write(root, 'content/style.css', `p{margin:${Math.floor(random() * 9)}px}\n`)
    return 'style.css'
  },
  'touch every file': (root) => {
    for (const file of filesIn(root, 'content')) utimesSync(join(root, file), 1e9, 1e9)
    return 'content'
  },
  'draw a picture anew': (root, random) => {
    const file = pickFile(root, random, { folder: 'content', fits: /\.png$/ })
    if (file)
      write(
        root,
        file,
        read(root, file).replace(/^./, (first) => (first === 'a' ? 'A' : 'a')),
      )
    return file
  },
  'delete an output': (root, random) => {
    const file = pickFile(root, random, { folder: 'dist' })
    if (file) remove(root, file)
    return file
  },
  'delete a folder of outputs': (root, random) => {
    const file = pickFile(root, random, { folder: 'dist', fits: /\/.*\// })
    const folder = file && folderOf(file)
    if (folder) remove(root, folder)
    return folder
  },
  'alter an output, of the same length': (root, random) => {
    const file = pickFile(root, random, { folder: 'dist' })
    if (file)
      write(
        root,
        file,
        read(root, file).replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x')),
      )
    return file
  },
  'copy the site': (root) => {
    if (!existsSync(join(root, 'dist'))) return undefined
    cpSync(join(root, 'dist'), join(root, 'copy'), { recursive: true })
    remove(root, 'dist')
    renameSync(join(root, 'copy'), join(root, 'dist'))
    return 'dist'
  },
  'leave strange files': (root) => {
    write(root, 'dist/strange/file.txt', 'x')
    write(root, 'dist/lgovsm/2010-12-03/media/other.png', 'x')
    return 'dist'
  },
  'delete what is remembered': (root) => {
    remove(root, '.cache')
    return '.cache'
  },
  'cut what is remembered': (root) => {
    const file = '.cache/build/dist.json'
    if (existsSync(join(root, file))) write(root, file, read(root, file).slice(0, -100))
    return file
  },
}

type Edit = (text: string, random: Random, date: string) => string

function inSegment(edit: Edit): Change {
  return (root, random) => editFile(root, anySegment(root, random), { edit, random })
}

function inIndex(edit: Edit): Change {
  return (root, random) =>
    editFile(root, pickFile(root, random, { folder: 'content', fits: /\/index\.md$/ }), { edit, random })
}

/** In one post; the last of a file stays, so that a session keeps something to show. */
function inBlock(edit: (block: string) => string): Change {
  return inSegment((text, random) => {
    const blocks = blocksOf(text)
    if (blocks.length < 2) return text
    const block = pick(random, blocks)
    return text.replace(block, () => edit(block))
  })
}

function editFile(
  root: string,
  file: string | undefined,
  { edit, random }: { readonly edit: Edit; readonly random: Random },
): string | undefined {
  if (file === undefined) return undefined
  const text = read(root, file)
  const edited = edit(text, random, /\d{4}-\d\d-\d\d/.exec(file)?.[0] ?? '')
  if (edited === text) return undefined
  write(root, file, edited)
  return file
}

type Setting = readonly [string, readonly string[]]

function setAny(
  root: string,
  file: string,
  { list, random }: { readonly list: readonly Setting[]; readonly random: Random },
): string {
  const [name, values] = pick(random, list)
  const line = `${name}: ${pick(random, values)}`
  const lines = read(root, file)
    .split('\n')
    .filter((other) => other !== '' && !other.startsWith(`${name}:`))
  write(root, file, `${[...lines, line].join('\n')}\n`)
  return `${file}: ${line}`
}

function blocksOf(text: string): string[] {
  return text.split(/^(?=### )/m).filter((part) => part.startsWith('### '))
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}

function chatsOf(root: string): string[] {
  return readdirSync(join(root, 'content')).filter((name) =>
    existsSync(join(root, 'content', name, 'chat.yaml')),
  )
}

function anySegment(root: string, random: Random): string | undefined {
  return pickFile(root, random, { folder: 'content', fits: segments })
}

function anySession(root: string, random: Random): string | undefined {
  const index = pickFile(root, random, { folder: 'content', fits: /\/index\.md$/ })
  return index && folderOf(index)
}

function pickFile(
  root: string,
  random: Random,
  { folder, fits }: { readonly folder: string; readonly fits?: RegExp },
): string | undefined {
  if (!existsSync(join(root, folder))) return undefined
  const files = filesIn(root, folder, fits)
  return files.length > 0 ? pick(random, files) : undefined
}
