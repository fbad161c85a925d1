const address = /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+/gu
/** Seven to fifteen digits as people write a number to call, from `+` or 0 on. */
const phone = /(?<![\p{L}\p{N}/=._-])(?:\+|\(?0)(?:[ ().-]{0,2}\d){7,14}(?![\p{L}\p{N}/_-])/gu
const postcode = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}(?![\p{L}\p{N}])/gu

/** What in a text tells how to reach somebody, as it stands there: addresses, numbers, postcodes. */
export function findPersonal(text: string, sender?: string): string[] {
  const own = sender !== undefined && sender.length > 4 && text.toLowerCase().includes(sender.toLowerCase())
  const found = [address, phone, postcode].flatMap((pattern) => text.match(pattern) ?? [])
  return [...new Set([...(own ? [sender] : []), ...found.map((one) => one.trim())])]
}
