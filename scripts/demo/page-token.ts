/**
 * A page's token names the id below which the page begins, so that it stays right when posts come or go
 * between two requests. `turn` makes another token for the same page, for servers that lead in a circle.
 */
export function toToken(below: string, turn = 0): string {
  return `b26v89${BigInt(below).toString(36)}z${turn.toString(36)}`
}

export function readToken(token: string): string | undefined {
  const [, digits] = /^b26v89([0-9a-z]+)z[0-9a-z]$/.exec(token) ?? []
  if (digits === undefined) return undefined
  let id = 0n
  for (const digit of digits) id = id * 36n + BigInt(Number.parseInt(digit, 36))
  return String(id)
}
