/** Words that say nothing of what is asked. */
const common = new Set(
  'a an and are as at be been but by can could did do does for from had has have how i if in is it its may me more most my no not of on one or our should so some than that the their them there they this to up us was we were what when where which who why will with would you your'.split(
    ' ',
  ),
)
/** Share of words that two questions have in common, from which on they ask much the same. */
const alike = 0.5

/** Groups of things that ask much the same, in the order of their first; most stand alone. Never mutates. */
export function groupSimilar<T>(things: readonly T[], textOf: (thing: T) => string): T[][] {
  const groups: { readonly things: T[]; readonly words: ReadonlySet<string>[] }[] = []
  for (const thing of things) {
    const words = wordsOf(textOf(thing))
    const group = groups.find((one) => one.words.some((other) => similarity(words, other) >= alike))
    if (group) {
      group.things.push(thing)
      group.words.push(words)
    } else groups.push({ things: [thing], words: [words] })
  }
  return groups.map((group) => group.things)
}

/** From 0, no word in common, to 1; of the shorter one's words, where it says less. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  if (shared < 2) return a.size === 1 && b.size === 1 ? shared : 0
  return shared / Math.min(a.size, b.size) >= 0.75 ? 1 : shared / (a.size + b.size - shared)
}

/** Beginnings of the words that matter: "deals" and "dealing" are one. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 && !common.has(word)).map((word) => word.slice(0, 4)))
}
