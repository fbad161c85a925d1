/** A question's number as people write it at the head of a post. */
export type Label = {
  readonly number: number
  /** `question` for Q2, T2 and "Question 2"; `answer` for A2. */
  readonly kind: 'question' | 'answer'
  /** Whether a mark sets it apart from what follows: `Q2.`, `Q2)`, `Q2/`. */
  readonly marked: boolean
  /** Words between the head and the label: "OK, here comes". */
  readonly leadIn: string
  /** What follows the label and its mark. */
  readonly rest: string
}

/**
 * The question a post says it belongs to: "A2 yes", "Q2: yes", "#lgovsm A.2", "yes #a2", "yes. A2", "(A2)".
 * A number within a sentence is none ("the Q3 results", "currently in A2"), nor is a price or a quarter of a year.
 */
export function findLabel(words: string): Pick<Label, 'number' | 'kind'> | undefined {
  return findHeadLabel(words) ?? findSetApart(words)
}

/** The label a post begins with, hashtags, names, signs and a short lead-in aside. */
export function findHeadLabel(words: string): Label | undefined {
  const head = words.slice(skipHead(words))
  const match = headLabel.exec(head)
  if (!match?.groups) return undefined
  const { lead = '', name = '', number = '', mark = '' } = match.groups
  const rest = head.slice(match[0].length)
  const marked = mark !== ''
  if (!isLabelName({ name, marked, lead })) return undefined
  if (isQuantity(mark, rest) || isListed(rest) || isAnnounced(rest)) return undefined
  return {
    number: Number(number),
    kind: /^a/i.test(name) ? 'answer' : 'question',
    marked,
    leadIn: lead.trim(),
    rest: rest.trim(),
  }
}

/**
 * A label at the head of a later sentence, "Sorry, phone. Q3 Which …?": a host who puts a question begins with
 * a word or two now and then. Only where what follows asks something.
 */
export function findSentenceLabel(words: string): Label | undefined {
  for (const end of words.matchAll(/[.!?…)][\s|]+(?=[qt]\S?\d|question\s)/giu)) {
    const label = findHeadLabel(words.slice(end.index + end[0].length))
    if (label?.kind === 'question' && /[?؟？]/.test(label.rest)) return label
  }
  return undefined
}

/** The label that a host's question carries, at its head or after an opening sentence. */
export function findQuestionLabel(words: string): Label | undefined {
  const head = findHeadLabel(words)
  return head?.kind === 'question' ? head : (findSentenceLabel(words) ?? head)
}

const leadIns = [
  're:?', 'for', 'on', 'to', 'late', 'belated', 'my', 'answering', 'regarding', 'in (?:answer|response|reply) to', 'back to', 'catching up (?:on|with)',
  'ok(?:ay)?', 'right(?: then)?', 'so', 'and', 'now', 'and now', 'next', 'next up', 'here(?: i|\'|’)s', 'here comes', 'time for', 'moving on(?: to)?', 'on to', 'onto',
  'let(?:\'|’)s (?:start|begin|go|move on|get going)(?: with| to)?', '(?:our |the |your )?(?:first|second|third|next|last|final)(?: question)?', 'final question', 'last one',
] // biome-ignore format: a list

const headLabel = new RegExp(
  `^(?<lead>(?:(?:${leadIns.join('|')})\\b[\\s,:;.!–—-]*){0,3})` +
    '(?<name>#?(?:question|qu|q|t|answer|ans|a|cwestiwn|ateb)[.]?\\s?#?)(?<number>\\d{1,2})(?:[a-d](?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}])' +
    '(?:\\s?(?:/|of)\\s?\\d{1,2}(?!\\d))?(?<mark>\\s?[.:;)\\]/|>–—-]+)?',
  'iu',
)

/** Signs, names and hashtags at the head; a hashtag that is a label stays. */
function skipHead(words: string): number {
  const head =
    /^(?:[^\p{L}\p{N}@#£$€¥+-]|[+-](?!\d)|#(?![aq]\.?\d{1,2}\b)[\p{L}\p{N}\p{M}_]*|@[\w.-]*(?:@[\w.-]+)?)+/iu.exec(
      words,
    )
  return head?.[0].length ?? 0
}

function isLabelName({ name, marked, lead }: { name: string; marked: boolean; lead: string }): boolean {
  // "A 5 minute walk", "Terminal T2", "on A1 near Newcastle"
  if (/^(?:a|t)/i.test(name) && (/\s$/.test(name) || lead !== '') && !marked) return false
  return !/^t/i.test(name) || marked
}

/** `Q1.5m`, `Q3 2011`, `A1%` */
function isQuantity(mark: string, rest: string): boolean {
  if (/^\s?[.:/-]$/.test(mark) && /^\d/.test(rest)) return true
  return /^\s*(?:[%°]|['’]\d\d\b|(?:19|20)\d\d\b|\/?\d\d\/)/.test(rest)
}

/** `Q1, Q2 and Q3`, `Q1-Q3` */
function isListed(rest: string): boolean {
  return /^[\s,&+/]*(?:and|to|or|until|through)?\s*[qa]\.?\d{1,2}\b/i.test(rest)
}

/** `Q2 coming up in a couple of ticks`, `Q2 in 2 minutes` */
function isAnnounced(rest: string): boolean {
  return /^\W*(?:(?:is|are|will be|now|just|not|to)\s+)*(?:coming|come|up (?:next|in|soon|shortly)|next|soon|shortly|follows?|in (?:an?|about|just|one|two|three|five|ten|\d+)\s+(?:\w+\s+){0,3}(?:ticks?|secs?|seconds?|mins?|minutes?|moments?|bit)|on (?:its|the) way)\b/i.test(
    rest,
  )
}

/** A label as a hashtag, in brackets, at the head of a later sentence, or alone at the end. */
function findSetApart(words: string): Pick<Label, 'number' | 'kind'> | undefined {
  const match =
    /(?<![\p{L}\p{N}_])#([aq])(\d{1,2})(?![\p{L}\p{N}_])/iu.exec(words) ??
    /[([]([aq])\.?(\d{1,2})[)\]]/i.exec(words) ??
    /[.!?…)|]\s+(A)\.?(\d{1,2})(?=[.:)–-]\s|\s)(?!\s(?:19|20)\d\d\b)/.exec(words) ??
    /(?:[.!?…)|]|#[\p{L}\p{N}_]+)\s*([aq])\.?(\d{1,2})[\s.!|]*(?:#[\p{L}\p{N}_]+[\s|]*)*$/iu.exec(words)
  const [, name = '', number] = match ?? []
  return number === undefined
    ? undefined
    : { number: Number(number), kind: /a/i.test(name) ? 'answer' : 'question' }
}
