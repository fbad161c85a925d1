import { compareCodePoints } from '../model/order.ts'

/** What is to be done to a folder, in the order in which it leaves a usable site at every moment. */
export type CopyPlan = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export type CopyInput = {
  /** Files of the site, with `/`. */
  readonly files: readonly string[]
  /** What a file of the site is beside the one of the same name in the folder. */
  readonly compare: (file: string) => 'missing' | 'same' | 'other'
  /** Files that an earlier run put there. */
  readonly ours: readonly string[]
}

/**
 * New files come first, then those that changed, then what is gone; what pages show comes before them, and what
 * leads to pages after them: a reader who comes in between finds no link that leads nowhere.
 */
export function planCopy({ files, compare, ours }: CopyInput): CopyPlan {
  const wanted = new Set(files)
  const compared = files.toSorted(byNeed).map((file) => ({ file, is: compare(file) }))
  return {
    added: compared.flatMap(({ file, is }) => (is === 'missing' ? [file] : [])),
    changed: compared.flatMap(({ file, is }) => (is === 'other' ? [file] : [])),
    removed: ours.filter((file) => !wanted.has(file)).sort(byNeed),
  }
}

/** Files of a pass in groups that may be written side by side: no file needs another of its group first. */
export function inSteps(files: readonly string[]): string[][] {
  const key = (file: string) => (rank(file) === 0 ? '0' : `${rank(file)} ${depth(file)}`)
  return [...new Set(files.map(key))].map((step) => files.filter((file) => key(file) === step))
}

/** Pictures and the search before pages, deep pages before those above them. */
function byNeed(a: string, b: string): number {
  return rank(a) - rank(b) || depth(b) - depth(a) || compareCodePoints(a, b)
}

function rank(file: string): number {
  if (file.endsWith('.html')) return 1
  return file.endsWith('.xml') ? 2 : 0
}

function depth(file: string): number {
  return file.split('/').length
}
