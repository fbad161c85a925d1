import { execFileSync } from 'node:child_process'

export function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The first thing that is not said after the one before it. */
export function firstMissing(text: string, says: readonly string[]): string | undefined {
  let from = 0
  for (const words of says) {
    const at = text.indexOf(words, from)
    if (at < 0) return words
    from = at + words.length
  }
  return undefined
}
