import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseChat, listChats, readChat, readChats } from '../../scripts/content/chats.ts'
import { readSite } from '../../scripts/content/site-settings.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

test('a project without content has a site and no chat', () => {
  expect(readSite(root).title).toBe('Chat archive')
  expect(listChats(root)).toEqual([])
  expect(() => chooseChat(root, undefined)).toThrow(
    'content/: there is no chat yet: npm run init sets one up',
  )
})

test('chats are the folders with a chat.yaml', () => {
  write('content/site.yaml', 'title: Two chats')
  write('content/pages/about.md', 'About')
  write('content/nhssm/chat.yaml', 'weekday: Wednesday\ntime: 8pm')
  write('content/lgovsm/chat.yaml', '')
  write('content/notes/readme.md', '')
  expect(listChats(root)).toEqual(['lgovsm', 'nhssm'])
  expect(readChats(root).map((chat) => [chat.name, chat.weekday, chat.time])).toEqual([
    ['lgovsm', 5, '13:00'],
    ['nhssm', 3, '20:00'],
  ])
  expect(readSite(root).title).toBe('Two chats')
})

test('the only chat needs no name, one of several does', () => {
  write('content/lgovsm/chat.yaml', '')
  expect(chooseChat(root, undefined).name).toBe('lgovsm')
  expect(chooseChat(root, '#LGovSM').name).toBe('lgovsm')
  write('content/nhssm/chat.yaml', '')
  expect(() => chooseChat(root, undefined)).toThrow(
    'there are 2 chats: say which with --chat lgovsm or --chat nhssm',
  )
  expect(chooseChat(root, 'nhssm').name).toBe('nhssm')
})

test.each([
  ['lgosvm', 'content/lgosvm/chat.yaml: there is no chat "lgosvm": did you mean lgovsm?'],
  ['docnow', 'content/docnow/chat.yaml: there is no chat "docnow": there is lgovsm'],
  ['pages', /^content\/pages: "pages" is an address that the site needs for itself: give /],
  ['../lgovsm', /^content\/..\/lgovsm: "..\/lgovsm" is not a name/],
])('there is no chat %s', (name, message) => {
  write('content/lgovsm/chat.yaml', '')
  expect(() => readChat(root, name)).toThrow(message)
})

test('a chat in a folder with a reserved name is refused', () => {
  write('content/search/chat.yaml', '')
  expect(() => listChats(root)).toThrow(/^content\/search: "search" is an address/)
})

test('a file in another encoding is refused', () => {
  write('content/lgovsm/chat.yaml', Uint8Array.from([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xe9]))
  expect(() => readChat(root, 'lgovsm')).toThrow(
    'content/lgovsm/chat.yaml:1: this is not UTF-8: save the file again with the encoding UTF-8',
  )
})
