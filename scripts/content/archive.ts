import type { Archive } from '../model/archive.ts'
import { requireFirst } from './blog-setting.ts'
import { readChats } from './chats.ts'
import { listDates } from './folder.ts'
import { readPages } from './pages.ts'
import { readQuestions } from './questions-file.ts'
import { readSession } from './read-session.ts'
import { readSite } from './site-settings.ts'
import { readStyle } from './style-file.ts'

/** Everything in content/. Sessions are read one at a time, when they are asked for. */
export function openArchive(root: string): Archive {
  const site = readSite(root)
  const chats = readChats(root)
  requireFirst(site, chats)
  return {
    site,
    pages: readPages(root),
    style: readStyle(root),
    chats: chats.map((chat) => ({
      chat,
      dates: listDates(root, chat.name),
      sent: readQuestions(root, chat.name),
      read: (date) => readSession(root, chat, date),
    })),
  }
}
