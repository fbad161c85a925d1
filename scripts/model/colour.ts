import { createRequire } from 'node:module'

/** As one file: to import it is to load a hundred and fifty, and every build would wait for them. */
const culori: typeof import('culori') = createRequire(import.meta.url)('culori')
const { clampChroma, converter, formatHex, parse, wcagContrast } = culori

/** Whether CSS would take a text as a colour. */
export function isColour(text: string): boolean {
  return parse(text) !== undefined
}

/** What WCAG 2.2 asks of text. */
export const enoughContrast = 4.5

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other)
}

/**
 * The colour itself where text in it can be read on a background, else the nearest of its hue that can:
 * darker on a light background, lighter on a dark one.
 */
export function readableOn(background: string, colour: string): string {
  if (contrast(colour, background) >= enoughContrast) return colour
  const start = toOklch(colour)
  if (!start) return colour
  const step = contrast(background, 'white') < contrast(background, 'black') ? -0.01 : 0.01
  for (let l = start.l + step; l > 0 && l < 1; l += step) {
    const found = formatHex(clampChroma({ ...start, l }, 'oklch'))
    if (contrast(found, background) >= enoughContrast) return found
  }
  return step < 0 ? '#000' : '#fff'
}

/** The same hue at night: dark enough to lie behind a dark page without shining. */
export function deepened(colour: string): string {
  const start = toOklch(colour)
  return start ? formatHex(clampChroma({ ...start, l: 0.3, c: Math.min(start.c, 0.06) }, 'oklch')) : '#000'
}

const toOklch = converter('oklch')
