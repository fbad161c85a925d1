import type { SessionSummary } from '../../scripts/model/summary.ts'
import type { ChatData, SiteData } from './site-data.ts'

/** A session whose questions can be answered by form; from its summary alone. */
export type AnswerItem = { readonly chat: ChatData; readonly summary: SessionSummary }

/** What pages with forms are made of: none where no service takes them. */
export function formItems({ site, chats }: SiteData): { asks: readonly ChatData[]; answers: AnswerItem[] } {
  if (site.takePart?.form === undefined) return { asks: [], answers: [] }
  return {
    asks: chats,
    answers: chats.flatMap((chat) => chat.sessions.map((summary) => ({ chat, summary }))),
  }
}
