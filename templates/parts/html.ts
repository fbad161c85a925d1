import { raw, html as tag } from 'hono/html'

/** A piece of a page that is HTML already. Only this file makes it. */
export type Html = { readonly isEscaped: true; toString(): string }

/** What may stand in a page: text and numbers are escaped, lists joined, undefined and false left out. */
export type Content = Html | string | number | false | undefined | readonly Content[]

/** Fills values into a piece of a page; every value that is not `Html` is escaped, in text as in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const made = tag(strings, ...values)
  if (made instanceof Promise) throw new TypeError('a page is made at once: no promise can stand in it')
  return made
}

/** Takes text over as HTML. For what this project wrote itself, and for rendered markdown. */
export function trusted(text: string): Html {
  return raw(text)
}

/**
 * Text between tags, never in an attribute: `"` and `'` stay as they are, which the default would escape.
 * In an hour of English there are some hundred apostrophes, and they weigh.
 */
export function text(value: string): Html {
  return raw(value.replace(/[&<>]/g, (character) => entities[character] ?? character))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Pieces joined by another: `a, b`. Empty pieces are left out. */
export function joined(pieces: readonly Content[], between: Content): Content {
  const present = pieces.filter((piece) => piece !== undefined && piece !== false && String(piece) !== '')
  return present.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]))
}
