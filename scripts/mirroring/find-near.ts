import type { Mirror, Standing } from '../mirrors/mirror.ts'

/**
 * All that is published with a date near an instant, page by page; ends where a page tells nothing new, whatever the
 * place says.
 */
export async function findAllNear(
  findNear: Mirror['findNear'],
  instant: string,
): Promise<readonly Standing[]> {
  const found = new Map<string, Standing>()
  for (let page = 0; ; page++) {
    const { standing, hasMore } = await findNear(instant, page)
    const isNew = standing.some(({ id }) => !found.has(id))
    for (const one of standing) found.set(one.id, one)
    if (!hasMore || !isNew) return [...found.values()]
  }
}
