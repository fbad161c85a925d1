import { dropPages, listRawDates, rawFolder } from '../cache/raw-pages.ts'
import { readChats } from '../content/chats.ts'
import { listFolder, readText } from '../content/folder.ts'

/** Drops a session's stored answers where one of them has one of these words, in any case. */
export function dropAnswers(root: string, words: readonly string[]): void {
  const wanted = words.map((word) => word.toLowerCase())
  for (const { name: chat } of readChats(root)) {
    for (const date of listRawDates(root, chat)) {
      const texts = answersOf(root, rawFolder({ chat, date, search: '' }))
      if (texts.some((text) => wanted.some((word) => text.toLowerCase().includes(word)))) {
        dropPages(root, chat, date)
      }
    }
  }
}

function answersOf(root: string, folder: string): string[] {
  return listFolder(root, folder).flatMap((search) =>
    listFolder(root, `${folder}${search}`).map((name) => readText(root, `${folder}${search}/${name}`) ?? ''),
  )
}
