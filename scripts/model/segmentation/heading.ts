import { findQuestionLabel } from './labels.ts'

/** A question's own words: without its label, links, part numbers and the hashtags around it. */
export function headingOf(parts: readonly string[], hashtags: readonly string[]): string {
  return parts
    .map((words) => tidy(words, hashtags))
    .filter((words) => words !== '')
    .join(' ')
}

function tidy(words: string, hashtags: readonly string[]): string {
  const own = findQuestionLabel(words)?.rest ?? words
  const begun = own
    .replace(/^\W*(?:again|repeat(?:ed)?|reminder|recap|once more)\b[\s.:;,–—-]*/i, '')
    .replace(
      /^(?:[\s|.…:;,+–—-]|\(?cont(?:'?d|inued|\.)?\)?(?![\p{L}])|\(?[1-9]\/[1-9]\)?|#[\p{L}\p{N}_]+)+/iu,
      '',
    )
  return dropHashtags(dropTail(begun), hashtags).replaceAll('|', ' ').replace(/\s+/g, ' ').trim()
}

/** Hashtags, links and part numbers at the end, unless the sentence needs the last word: "in tonight's #chat". */
function dropTail(words: string): string {
  const tail =
    /(?:[\s|]|\(?\b[1-9]\/[1-9]\)?|\(?\bcont(?:'?d|inued|\.)?\)?|…|\.\.+|[+>→]|#[\p{L}\p{N}_]+)+$/iu.exec(
      words,
    )
  if (!tail) return words
  const kept = words.slice(0, tail.index)
  const needed =
    /(?:['’]s|\b(?:the|a|an|this|our|your|on|in|of|at|for|from|with|to|about|and|or|using))$/i.test(kept)
  const hashtag = /#[\p{L}\p{N}_]+/u.exec(tail[0])?.[0]
  return needed && hashtag !== undefined ? `${kept} ${hashtag}` : kept
}

/** The chat's own hashtags lose their sign, others stay as they are. */
function dropHashtags(words: string, hashtags: readonly string[]): string {
  return words.replace(/#([\p{L}\p{N}_]+)/gu, (tag, name: string) =>
    hashtags.includes(name.toLowerCase()) ? name : tag,
  )
}
