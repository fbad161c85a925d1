import { isDate } from '../model/date.ts'
import type { Tag } from './item.ts'

/**
 * Where a subject or a form says that something belongs: `[lgovsm 2010-12-17 Q2]`, also after "Re: Fwd:", without
 * its brackets, with other dashes, or as an address holds it (`%5Blgovsm+2010-12-17%5D`). `chats` are the names
 * that there are. Undefined where no chat is named.
 */
export function findTag(subject: string, chats: readonly string[]): Tag | undefined {
  const plain = unescaped(subject)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s*-\s*(?=\d)/g, '-')
  const chat = chats.find((name) => wordOf(name).test(plain))
  if (chat === undefined) return undefined
  const [, rest = ''] = plain.split(wordOf(chat))
  const date = /(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(rest)
  const found = date ? `${date[1]}-${date[2]}-${date[3]}` : ''
  const number = /(?:^|[^\p{L}\d])[QC]\s*\.?\s*([1-9]\d?)(?![\p{L}\d])/iu.exec(rest)?.[1]
  const isQuestion = /(?:^|[^\p{L}])(?:question|cwestiwn)(?![\p{L}])/iu.test(rest)
  const isBracketed = new RegExp(`[[(]\\s*[#＃]?${chat}(?![\\p{L}\\p{N}_-])`, 'iu').test(plain)
  if (!isBracketed && !isDate(found)) return undefined
  return {
    chat,
    date: isDate(found) ? found : undefined,
    key: number === undefined ? undefined : `q${number}`,
    isQuestion: isQuestion || !isDate(found),
  }
}

/** The same from the first line of a text, where it is all that stands there; and the text without that line. */
export function takeTag(text: string, chats: readonly string[]): { tag: Tag | undefined; text: string } {
  const [first = '', ...rest] = text.trimStart().split('\n')
  const tag = /^\s*\[[^\]]{3,80}\]\s*$/.test(first) ? findTag(first, chats) : undefined
  return tag ? { tag, text: rest.join('\n') } : { tag: undefined, text }
}

function wordOf(chat: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])[#＃]?${chat}(?![\\p{L}\\p{N}_-])`, 'iu')
}

function unescaped(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
