import pRetry from 'p-retry'
import { formatInstant } from '../../model/instant.ts'
import { Trouble } from './trouble.ts'

/** Tries until it works, as long as that makes sense. Throws what the last attempt threw. */
export type Patience = <T>(attempt: () => Promise<T>) => Promise<T>

export type PatienceSettings = {
  /** How often after the first time. */
  readonly retries?: number | undefined
  /** The first pause; each is twice the one before, and up to twice as long again by chance. */
  readonly backoffMillis?: number | undefined
  /** The longest time to wait until X lets us ask again. */
  readonly longestWaitMillis?: number | undefined
  /** All attempts and pauses together, for as long as this Patience is used. */
  readonly longestRunMillis?: number | undefined
  /** Called before each further attempt that needs no wait, with what went wrong. */
  readonly onAgain?: ((what: string) => void) | undefined
  /** Called each second of a wait. */
  readonly onWait?: ((left: Countdown) => void) | undefined
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined
}

/** Whole seconds; `left` is `of` the first time. */
export type Countdown = { readonly left: number; readonly of: number }

const minute = 60_000
/** X's windows are a quarter of an hour long. */
const longestWindow = 16 * minute
/** X's clock is not ours. */
const skew = 2000

export function createPatience(settings: PatienceSettings): Patience {
  const { retries = 4, backoffMillis = 2000, clock = Date.now } = settings
  const { longestRunMillis = 90 * minute, longestWaitMillis = longestWindow } = settings
  const end = clock() + longestRunMillis
  return (attempt) =>
    pRetry(
      () => {
        if (clock() < end) return attempt()
        const minutes = Math.round(longestRunMillis / minute)
        throw new Trouble(`X: reading has taken longer than ${minutes} minutes: try again later`)
      },
      {
        retries,
        minTimeout: backoffMillis,
        randomize: true,
        shouldRetry: ({ error }) => error instanceof Trouble && error.again !== 'never',
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (!(error instanceof Trouble) || error.again === 'never' || retriesLeft === 0) return
          if (error.again === 'soon') return settings.onAgain?.(withoutAdvice(error))
          const until = error.again.from + skew
          if (until > Math.min(end, clock() + longestWaitMillis)) throw tooFar(error, until)
          await countDown(until, settings)
        },
      },
    )
}

function tooFar(error: Trouble, until: number): Trouble {
  const sentence = withoutAdvice(error)
  return new Trouble(`${sentence}, and that is too long to wait for: try again after ${formatInstant(until)}`)
}

function withoutAdvice({ message }: Trouble): string {
  return message.replace(/: (try|fetch it) again.*$/, '')
}

async function countDown(until: number, { wait = pause, clock = Date.now, onWait }: PatienceSettings) {
  const of = Math.ceil((until - clock()) / 1000)
  for (let left = of; left > 0; left = Math.min(left - 1, Math.ceil((until - clock()) / 1000))) {
    onWait?.({ left, of })
    await wait(1000)
  }
}

function pause(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
