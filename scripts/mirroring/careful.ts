import pRetry from 'p-retry'
import type { Mirror, Piece } from '../mirrors/mirror.ts'
import { MirrorTrouble } from '../mirrors/trouble.ts'
import { findAllNear } from './find-near.ts'
import { type Meter, Pause } from './meter.ts'

export type CarefulSettings = {
  readonly meter: Meter
  readonly signal: AbortSignal
  /** The first pause between attempts; each is twice the one before. */
  readonly backoffMillis?: number | undefined
}

const retries = 4

/**
 * A mirror that keeps count, and tries again what does no harm when it is done twice. Creating does: there it
 * looks first whether the piece arrived. Throws a Pause where the place wants to be left alone.
 */
export function careful<P extends Piece>(mirror: Mirror<P>, settings: CarefulSettings): Mirror<P> {
  const { meter, signal, backoffMillis = 2000 } = settings
  const once = async <T>(call: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    await meter.spend('calls')
    try {
      return await call()
    } catch (error) {
      if (error instanceof MirrorTrouble && typeof error.again === 'object') {
        throw new Pause(error.message, error.again.from)
      }
      throw error
    }
  }
  const again = <T>(call: (attempt: number) => Promise<T>): Promise<T> =>
    pRetry(call, {
      retries,
      minTimeout: backoffMillis,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => error instanceof MirrorTrouble && error.again === 'soon',
    })
  const tried = <T>(call: () => Promise<T>) => again(() => once(call))
  return {
    ...mirror,
    list: (page) => tried(() => mirror.list(page)),
    findNear: (instant, page) => tried(() => mirror.findNear(instant, page)),
    look: (id) => tried(() => mirror.look(id)),
    remove: (id) => tried(() => mirror.remove(id)),
    edit: async (id, piece) => {
      await meter.spend('pictures', piece.pictures)
      await tried(() => mirror.edit(id, piece))
    },
    create: async (piece) => {
      await meter.spend('posts')
      await meter.spend('pictures', piece.pictures)
      return again(async (attempt) => {
        const near = (at: string, page: number) => once(() => mirror.findNear(at, page))
        const arrived = attempt === 1 ? undefined : await findPiece(near, piece)
        return arrived ?? once(() => mirror.create(piece))
      })
    },
  }
}

async function findPiece(findNear: Mirror['findNear'], piece: Piece): Promise<string | undefined> {
  const standing = await findAllNear(findNear, piece.at)
  return standing.find(({ slug, at }) => slug === piece.slug && at === piece.at)?.id
}
