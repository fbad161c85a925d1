import type { Twins } from './hostile-archive.ts'
import { type Made, renderSite } from './render-site.ts'
import { kindOfTarget, namesIn, skeletonOf } from './skeleton.ts'

type Compared = {
  /** Templates; all where it is left out. */
  readonly only?: readonly string[]
  /** Those that cut addresses: what turns the direction may be in the part that is not shown. */
  readonly cutting?: readonly string[]
}

/** What is wrong with the files of a hostile archive beside those of its twin, as sentences; [] is right. */
export function faultsOf({ hostile, twin }: Twins, { only, cutting = [] }: Compared = {}): string[] {
  const twins = new Map(renderSite(twin, only).map((made) => [made.from, made.text]))
  return renderSite(hostile, only).flatMap(({ from, file, text }) => {
    const beside = twins.get(from)
    if (beside === undefined) return [`${from}: the twin has no such file`]
    const isCut = cutting.some((name) => from.startsWith(name))
    const shown = (page: string) => (isCut ? page.replace(/<\/?bdi>/g, '') : page)
    return [...pathFaults(file), ...faultsIn(file, shown(text), shown(beside))].map(
      (fault) => `${from} (${file.slice(0, 80)}): ${fault}`,
    )
  })
}

/** What is wrong with a page, or with a file of another kind, beside its twin. */
export function faultsIn(file: string, text: string, beside: string): string[] {
  return file.endsWith('.html') ? pageFaults(text, beside) : fileFaults(file, text, beside)
}

/** A file of the site stands inside it, on every file system. */
export function pathFaults(file: string): string[] {
  const names = file.split('/')
  const isSafe = names.every(
    (name) =>
      /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,79}$/.test(name) &&
      !name.endsWith('.') &&
      !/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(name),
  )
  return isSafe ? [] : [`no path for every file system: ${JSON.stringify(file)}`]
}

function pageFaults(page: string, beside: string): string[] {
  const { lines, errors, targets } = skeletonOf(page)
  const expected = skeletonOf(beside).lines
  const at = expected.findIndex((line, index) => lines[index] !== line)
  const differs = at >= 0 || lines.length !== expected.length
  const place = at < 0 ? expected.length : at
  const bad = targets.filter(
    (target) => !['web', 'here', 'mailto:', 'nothing'].includes(kindOfTarget(target)),
  )
  return [
    ...(differs ? [`line ${place}: "${lines[place]}" where the twin has "${expected[place]}"`] : []),
    ...bad.map((target) => `leads to ${JSON.stringify(target)}`),
    ...errors.map((code) => `parse error ${code}`),
    ...[...page.matchAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu)]
      .filter(([found]) => found !== '\n' && found !== '\t')
      .slice(0, 1)
      .map(([found]) => `has the character U+${found.codePointAt(0)?.toString(16)}`),
  ]
}

function fileFaults(file: string, text: string, beside: string): string[] {
  const controls = /[^\P{Cc}\r\n\t]|[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u.exec(text)
  const parts = (of: string) => (of.match(/^(?:BEGIN|END):.*$/gm) ?? []).join()
  return [
    ...(controls ? [`has the character U+${controls[0].codePointAt(0)?.toString(16)}`] : []),
    ...(file.endsWith('.ics') && parts(text) !== parts(beside) ? ['has other parts than the twin'] : []),
    ...(file.endsWith('.xml') && tagsOf(text) !== tagsOf(beside) ? ['has other tags than the twin'] : []),
  ]
}

/** Names of the tags of XML, in order. */
function tagsOf(xml: string): string {
  return (xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').match(/<[^>]*>/g) ?? [])
    .map((tag) => /^<[/?!]?[^\s/>]*/.exec(tag)?.[0])
    .join()
}

/** Tags, attributes and targets of a hostile site that its twin has nowhere, for pages that stand in another order. */
export function strangersIn({ hostile, twin }: Twins, only: readonly string[]): string[] {
  const made = renderSite(hostile, only)
  const known = namesOf(renderSite(twin, only))
  return [
    ...[...namesOf(made)].filter((name) => !known.has(name)),
    ...made.flatMap(({ file }) => pathFaults(file)),
  ]
}

export function namesOf(site: readonly Made[]): ReadonlySet<string> {
  const pages = site.filter(({ file }) => file.endsWith('.html'))
  return new Set(pages.flatMap(({ text }) => [...namesIn(skeletonOf(text))]))
}
