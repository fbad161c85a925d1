import { deepened, isColour, readableOn } from '../../scripts/model/colour.ts'

/** What links and rules are drawn in, on a light page and on a dark one. */
export type Accent = { readonly light: string; readonly dark: string }

/** The page's own backgrounds. */
export const paper = { light: '#fefdfb', dark: '#181818' } as const

/** The site's accent colour, made readable where it is not: everyone is to find the links. */
export function accentOf(accent: string | undefined): Accent {
  if (accent === undefined || !isColour(accent)) return { light: '#0b5c6b', dark: '#6fc3d3' }
  return { light: readableOn(paper.light, accent), dark: readableOn(paper.dark, accent) }
}

/** What cards lie on where the site is a blog: white words can be read on it, by day and by night. */
export function groundOf(accent: string | undefined): Accent {
  const { light } = accentOf(accent)
  return { light: readableOn('#fff', light), dark: deepened(light) }
}
