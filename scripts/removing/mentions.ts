import { readChats } from '../content/chats.ts'
import { listFolder, readText, sessionFolder } from '../content/folder.ts'
import type { Change } from '../content/transaction.ts'
import { allSessions } from './everywhere.ts'

/**
 * Where the handle still stands once the changes are made, as `content/…/q1.md:12`: in what others said, and in
 * the hosts' own notes and settings.
 */
export function findMentions(root: string, handle: string, changes: readonly Change[]): string[] {
  const word = handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const named = new RegExp(`(?:[@＠]|(?:x|twitter)\\.com/)${word}(?![\\p{L}\\p{N}_])`, 'iu')
  // Settings name people without `@`.
  const set = new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, 'iu')
  const changed = new Map(changes.map(({ path, data }) => [path, data === undefined ? '' : String(data)]))
  return allTexts(root).flatMap((path) => {
    const pattern = /\.yaml$|\/index\.md$/.test(path) ? set : named
    const lines = (changed.get(path) ?? readText(root, path) ?? '').split('\n')
    return lines.flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}`] : []))
  })
}

function allTexts(root: string): string[] {
  const folders = [
    'content/pages',
    ...[...allSessions(root)].map(({ chat, date }) => sessionFolder(chat.name, date)),
  ]
  const texts = folders.flatMap((folder) =>
    listFolder(root, folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  )
  return ['content/site.yaml', ...readChats(root).map(({ name }) => `content/${name}/chat.yaml`), ...texts]
}
