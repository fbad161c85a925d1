export type DiffLine = { readonly sign: ' ' | '-' | '+'; readonly text: string }

/** How one text becomes the other, line by line, by their longest common part. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const common = commonLengths(before, after)
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      lines.push({ sign: ' ', text: old })
      i++
      j++
      continue
    }
    const takesOld = j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))
    lines.push(takesOld ? { sign: '-', text: old ?? '' } : { sign: '+', text: now ?? '' })
    if (takesOld) i++
    else j++
  }
  return lines
}

/** `[i][j]`: how many lines the two have in common from i and j on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const rows: number[][] = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  )
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]]
    if (!row || !below) continue
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}
