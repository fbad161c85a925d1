import type { Incoming } from './item.ts'

/** More links than an answer has. */
const mostLinks = 5
/** Letters. Longer is no answer to a question of a chat, and nobody could read it on a terminal. */
const mostLetters = 20_000

/** Why what came looks like spam, from its words alone, a few words each; [] where it does not. */
export function findDoubts({ text, name }: Pick<Incoming, 'text' | 'name'>): string[] {
  const words = text.trim()
  const links = words.match(/https?:\/\//gi)?.length ?? 0
  return [
    ...(words === '' ? ['empty'] : []),
    ...(links > mostLinks ? [`${links} links`] : []),
    ...(words.length > mostLetters ? [`${words.length} letters`] : []),
    ...(links > 0 && words.replace(/https?:\/\/\S+/gi, '').trim() === '' ? ['nothing but links'] : []),
    ...(/https?:\/\/|www\./i.test(name) ? ['a link as a name'] : []),
    ...(/\[url=|<a\s+href/i.test(words) ? ['markup of forums'] : []),
  ]
}
