/** The candidate that a mistyped word most likely means; undefined where none is near. Case is ignored. */
export function findClosest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance <= allowed(candidate) && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

function allowed(candidate: string): number {
  return candidate.length < 4 ? 1 : Math.min(3, Math.floor(candidate.length / 3) + 1)
}

/** Letters put in, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : Infinity
      row[j] = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
