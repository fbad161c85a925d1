/** A piece of a page that is HTML already. Only this file makes it. */
export type Html = { readonly isEscaped: true; toString(): string }

/** What may stand in a page: text and numbers are escaped, lists joined, undefined and false left out. */
export type Content = Html | string | number | false | undefined | readonly Content[]

/** The one kind of Html: nothing else that looks like it is taken for it. */
class Markup implements Html {
  readonly isEscaped = true
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** Fills values into a piece of a page; every value that is not `Html` is escaped, in text as in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let made = strings[0] ?? ''
  for (let index = 0; index < values.length; index++)
    made += filled(values[index]) + (strings[index + 1] ?? '')
  return new Markup(made)
}

function filled(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  if (content instanceof Markup) return content.markup
  if (content === undefined || content === false) return ''
  if (Array.isArray(content)) {
    let made = ''
    for (const piece of content) made += filled(piece)
    return made
  }
  return escaped(String(content))
}

function escaped(value: string): string {
  return /[&<>"']/.test(value)
    ? value.replace(/[&<>"']/g, (character) => entities[character] ?? character)
    : value
}

/** Takes text over as HTML. For what this project wrote itself, and for rendered markdown. */
export function trusted(text: string): Html {
  return new Markup(text)
}

/**
 * Text between tags, never in an attribute: `"` and `'` stay as they are, which the default would escape.
 * In an hour of English there are some hundred apostrophes, and they weigh.
 */
export function text(value: string): Html {
  return new Markup(
    /[&<>]/.test(value) ? value.replace(/[&<>]/g, (character) => entities[character] ?? character) : value,
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Pieces joined by another: `a, b`. Empty pieces are left out. */
export function joined(pieces: readonly Content[], between: Content): Content {
  const present = pieces.filter((piece) => filled(piece) !== '')
  return present.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]))
}
