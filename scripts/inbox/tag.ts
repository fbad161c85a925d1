import { isDate } from '../model/date.ts'
import type { Tag } from './item.ts'

/**
 * Where a subject or a form says that something belongs: `[lgovsm 2010-12-17 Q2]`, also after "Re: Fwd:", without
 * its brackets, with other dashes, or as an address holds it (`%5Blgovsm+2010-12-17%5D`). `chats` are the names
 * that there are. Where chats are named more than once, as a list does before each subject, what says most counts.
 * Undefined where no chat is named.
 */
export function findTag(subject: string, chats: readonly string[]): Tag | undefined {
  const plain = unescaped(subject)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s*-\s*(?=\d)/g, '-')
  const [most] = chats.flatMap((chat) => mentionsOf(chat, plain)).sort((a, b) => b.weight - a.weight)
  return most && most.weight > 0 ? most.tag : undefined
}

/** A chat's name in a subject with what stands behind it; the more it says, the more it weighs, and 0 is nothing. */
type Mention = { readonly tag: Tag; readonly weight: number }

function mentionsOf(chat: string, plain: string): Mention[] {
  const found = [...plain.matchAll(wordOf(chat))]
  return found.map(({ index, 0: word }, i) => {
    const rest = plain.slice(index + word.length, found[i + 1]?.index)
    return toMention({ chat, rest, isBracketed: /[[(]\s*$/.test(plain.slice(0, index)) })
  })
}

type Named = { readonly chat: string; readonly rest: string; readonly isBracketed: boolean }

function toMention({ chat, rest, isBracketed }: Named): Mention {
  const date = /(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(rest)
  const found = date ? `${date[1]}-${date[2]}-${date[3]}` : ''
  const number = /(?:^|[^\p{L}\d])[QC]\s*\.?\s*([1-9]\d?)(?![\p{L}\d])/iu.exec(rest)?.[1]
  const isQuestion = /(?:^|[^\p{L}])(?:question|cwestiwn)(?![\p{L}])/iu.test(rest)
  const isDated = isDate(found)
  const tag = {
    chat,
    date: isDated ? found : undefined,
    key: number === undefined ? undefined : `q${number}`,
    isQuestion: isQuestion || !isDated,
  }
  if (isBracketed) return { tag, weight: isDated || isQuestion ? 3 : 1 }
  return { tag, weight: isDated ? 2 : 0 }
}

/** The same from the first line of a text, where it is all that stands there; and the text without that line. */
export function takeTag(text: string, chats: readonly string[]): { tag: Tag | undefined; text: string } {
  const [first = '', ...rest] = text.trimStart().split('\n')
  const tag = /^\s*\[[^\]]{3,80}\]\s*$/.test(first) ? findTag(first, chats) : undefined
  return tag ? { tag, text: rest.join('\n') } : { tag: undefined, text }
}

function wordOf(chat: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])[#＃]?${chat}(?![\\p{L}\\p{N}_-])`, 'giu')
}

function unescaped(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
