import { oneLine } from '../terminal/safe-text.ts'
import type { Fault } from './fault.ts'
import type { Reference } from './read-page.ts'
import { isAbsolute, targetOf } from './target.ts'

/** What the site holds. */
export type Holdings = {
  /** As site.yaml says. */
  readonly address: string | undefined
  /** Where forms are sent to, as site.yaml says. */
  readonly form: string | undefined
  readonly files: ReadonlySet<string>
  /** Page → ids on it. */
  readonly ids: ReadonlyMap<string, { readonly has: (id: string) => boolean }>
}

export type FileReference = Reference & { readonly file: string }

/**
 * What is wrong with where a file leads. What somebody said may link to anywhere, this site's own address
 * included; but nothing is fetched from another host, and what the program linked exists.
 */
export function findLinkFault(reference: FileReference, site: Holdings): Fault | undefined {
  const says = findWrong(reference, site)
  return says === undefined ? undefined : { file: reference.file, line: reference.line, says }
}

function findWrong({ kind, url, file }: FileReference, site: Holdings): string | undefined {
  if (kind === 'link' && isAbsolute(url)) return undefined
  const shown = oneLine(url).slice(0, 120)
  if (kind === 'send') {
    if (url === site.form) return undefined
    return `a form is sent to "${shown}": only the service that take_part in content/site.yaml names may take it`
  }
  const target = targetOf(url, file, site.address)
  if (target.kind === 'none') return undefined
  if (target.kind === 'broken') return `"${shown}" is no address: correct it`
  if (target.kind === 'above') return `"${shown}" leads out of the site: name a page of it`
  if (target.kind === 'elsewhere') {
    return kind === 'load'
      ? `the page would fetch "${shown}" from ${target.host}: keep a copy on this site`
      : `"${shown}" names ${target.host} as this site: see address in content/site.yaml`
  }
  if (!site.files.has(target.file)) return `"${shown}" leads to ${target.file}, and there is no such file`
  if (target.anchor === '' || target.anchor === 'top') return undefined
  const ids = site.ids.get(target.file)
  if (ids === undefined || ids.has(target.anchor)) return undefined
  return `"${shown}" leads to a place that ${target.file} does not have`
}
