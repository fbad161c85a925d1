/** Ids as Tumblr gives them today: whole numbers of eighteen digits, far beyond 2^53, ascending with gaps. */
export function createIds(seed = '738472918273646593'): () => string {
  let last = BigInt(seed)
  return () => {
    last += 65_537n
    return String(last)
  }
}
