import { between, createRandom, pick, type Random, zipf } from './random.ts'

/** An invented language, in which words are as often and as long as in a natural one. */
export type Language = {
  readonly word: (random: Random) => string
  /** A rarer word, each as likely as the others. */
  readonly name: (random: Random) => string
  /** `Tas meno rish, vun tolabe.`; the number is of words. */
  readonly sentence: (random: Random, words: number, end?: string) => string
}

const size = 8000
const onsets = 'b c d f g h j l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl st th tr'.split(' ')
const vowels = 'a e i o u a e i o ai ea ee ie oo ou'.split(' ')
const codas = ['', '', '', ...'d l m n r s t ck ld nd ng nt rd rt st'.split(' ')]

export function createLanguage(seed: number): Language {
  const words = inventWords(createRandom(seed))
  const rank = zipf(size, 2.7)
  const word = (random: Random) => words[rank(random)] ?? ''
  return {
    word,
    name: (random) => capital(words[between(random, 500, size - 1)] ?? ''),
    sentence: (random, count, end = pick(random, ['.', '.', '.', '!', '?', '…'])) => {
      const said = Array.from({ length: count }, (_, place) => {
        const mark = place < count - 1 && random() < 0.07 ? ',' : ''
        return `${word(random)}${mark}`
      })
      return `${capital(said.join(' '))}${end}`
    },
  }
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The most frequent first; those are short. */
function inventWords(random: Random): string[] {
  const words = new Set<string>()
  while (words.size < size) words.add(inventWord(random, words.size))
  return [...words]
}

function inventWord(random: Random, rank: number): string {
  if (rank < 60) return random() < 0.5 ? pick(random, vowels) + pick(random, codas) : opening(random)
  if (rank < 500) return opening(random) + pick(random, codas)
  const openings = Array.from({ length: between(random, 1, rank < 2000 ? 2 : 3) }, () => opening(random))
  const word = openings.join('') + pick(random, codas)
  return random() < 0.01 ? `${word}'s` : word
}

function opening(random: Random): string {
  return pick(random, onsets) + pick(random, vowels)
}
