import type { Listed, Mirror, Piece, Standing } from '../../scripts/mirrors/mirror.ts'

/** A place that forgets nothing, in memory; `spoil` is asked before each call and may throw. */
export function memoryMirror(
  piecesOf: (date: string) => readonly Piece[],
  spoil: (call: string) => void = () => undefined,
): Mirror & { readonly posts: Map<string, Standing>; readonly calls: string[] } {
  const posts = new Map<string, Standing>()
  const calls: string[] = []
  let next = 1
  const called = async <T>(call: string, answer: () => T): Promise<T> => {
    calls.push(call)
    spoil(call)
    return answer()
  }
  const newest = () => [...posts.values()].sort((a, b) => (a.at < b.at ? 1 : -1))
  const write = (id: string, { slug, at, lines }: Piece) => posts.set(id, { id, slug, at, lines })
  return {
    name: 'memory',
    place: 'here',
    limits: [],
    posts,
    calls,
    compose: ({ session }) => piecesOf(session.date),
    list: (page) =>
      called('list', (): Listed => {
        return { standing: newest().slice(page * 2, page * 2 + 2), total: posts.size, pageSize: 2 }
      }),
    findNear: (at, page) =>
      called('find', () => {
        const near = newest().filter((one) => one.at.slice(0, 16) === at.slice(0, 16))
        return { standing: near.slice(page * 2, page * 2 + 2), hasMore: near.length > page * 2 + 2 }
      }),
    look: (id) => called(`look ${id}`, () => posts.get(id)),
    create: (piece) =>
      called(`create ${piece.slug}`, () => {
        const id = String(next++)
        write(id, piece)
        return id
      }),
    edit: (id, piece) => called(`edit ${id}`, () => void write(id, piece)),
    remove: (id) => called(`remove ${id}`, () => void posts.delete(id)),
  }
}

export function piece(key: string, options: Partial<Piece> = {}): Piece {
  const lines = options.lines ?? ['Hello']
  return {
    key,
    slug: `lgovsm-${key}`,
    at: '2010-12-17T13:00:00Z',
    hash: lines.join('|'),
    lines,
    tags: [],
    pictures: 0,
    ...options,
  }
}
