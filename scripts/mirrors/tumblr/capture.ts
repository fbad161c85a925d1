import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'

/** An answer as it came. */
export type Raw = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type CaptureLimits = {
  /** From the call to the last byte of its answer. */
  readonly totalMillis: number
  readonly mostBytes: number
}

/** Node 20 tells of a request once it is all sent, later ones when it is made. */
const starts = ['http.client.request.created', 'http.client.request.start']

/** No whole answer; whether the call was carried out, nobody knows. */
export class NoAnswer extends Error {}

/**
 * Makes one call through a library that tells neither status nor headers, has no timeout, and never ends where an
 * answer breaks off: all of that is read from Node's own channels instead
 * (https://nodejs.org/api/diagnostics_channel.html#http). One call at a time; `isOurs` knows its request.
 */
export function capture(
  call: () => Promise<unknown> | undefined,
  isOurs: (request: ClientRequest) => boolean,
  { totalMillis, mostBytes }: CaptureLimits,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    let request: ClientRequest | undefined
    let isAnswered = false
    const onStart = (message: unknown) => {
      const started = (message as { request: ClientRequest }).request
      if (isOurs(started)) request = started
    }
    const onResponse = (message: unknown) => {
      const answered = message as { request: ClientRequest; response: IncomingMessage }
      if (!isOurs(answered.request)) return
      isAnswered = true
      readAnswer(answered.response, mostBytes).then(
        (raw) => settle(() => resolve(raw)),
        (error) => settle(() => reject(error)),
      )
    }
    const settle = (end: () => void) => {
      clearTimeout(timer)
      for (const channel of starts) unsubscribe(channel, onStart)
      unsubscribe('http.client.response.finish', onResponse)
      end()
    }
    const timer = setTimeout(() => {
      settle(() => reject(new NoAnswer('no whole answer in time')))
      request?.destroy()
    }, totalMillis)
    for (const channel of starts) subscribe(channel, onStart)
    subscribe('http.client.response.finish', onResponse)
    // With an answer on its way the library has nothing to add: it throws half of it away.
    Promise.resolve()
      .then(call)
      .catch((error) => isAnswered || settle(() => reject(error)))
  })
}

function readAnswer(response: IncomingMessage, mostBytes: number): Promise<Raw> {
  return new Promise((resolve, reject) => {
    let body = ''
    response.on('data', (chunk: string | Buffer) => {
      body += chunk
      if (body.length > mostBytes) response.destroy(new NoAnswer('an answer without end'))
    })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    response.on('error', (error) =>
      reject(error instanceof NoAnswer ? error : new NoAnswer('the connection broke off within an answer')),
    )
  })
}
