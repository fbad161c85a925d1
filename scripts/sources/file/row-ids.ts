/** An id as a cell holds it: `'753677725773271040` and `="753677725773271040"` too; undefined for anything else. */
export function findId(cell: string): string | undefined {
  const digits = /^[\s'"=]*(\d{1,19})[\s'"]*$/.exec(cell)?.[1]
  return digits === undefined || /^0+$/.test(digits) ? undefined : digits
}

/** A number of 18 digits as a spreadsheet shows it: `7.53678E+17`. */
export function isScientific(cell: string): boolean {
  return /^\s*\d([.,]\d+)?e\+?\d+\s*$/i.test(cell)
}

/**
 * Whether a whole column of ids went through numbers of 53 bits: then all long ones end in zeros, three by
 * chance are one in a thousand.
 */
export function isRounded(cells: readonly string[]): boolean {
  const long = cells.flatMap((cell) => findId(cell) ?? []).filter((id) => id.length > 16)
  const zeros = long.map((id) => /0*$/.exec(id)?.[0].length ?? 0)
  const sum = zeros.reduce((total, count) => total + count, 0)
  return zeros.length > 0 && zeros.every((count) => count > 0) && sum >= 3
}

/** The post that an address of X leads to. */
export function findAddressed(address: string): { readonly id: string; readonly handle: string } | undefined {
  const match =
    /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/(?:#!\/)?([^/?#]+)\/status(?:es)?\/(\d{1,19})/i.exec(
      address.trim(),
    )
  const [, handle, id] = match ?? []
  return handle === undefined || id === undefined ? undefined : { handle, id }
}
