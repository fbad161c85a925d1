import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { ITwitterApiClientPlugin } from 'twitter-api-v2'

export type Limits = {
  /** From the first byte sent to the last one received. */
  readonly totalMillis: number
  /** Of one answer, packed or not. */
  readonly bytes: number
}

/** One request while it is under way. */
export type Watch = {
  /** For the library, which shows socket and answer nowhere else. */
  readonly plugin: ITwitterApiClientPlugin
  readonly response: () => IncomingMessage | undefined
  /** Which limit ended the request; undefined where none did. */
  readonly passed: () => 'time' | 'bytes' | undefined
  readonly stop: () => void
}

/** Ends a request that takes too long or brings too much: the library knows neither limit. */
export function watchRequest({ totalMillis, bytes }: Limits): Watch {
  let socket: Socket | undefined
  let response: IncomingMessage | undefined
  let passed: 'time' | 'bytes' | undefined
  const end = (limit: 'time' | 'bytes') => {
    passed ??= limit
    response?.destroy()
    socket?.destroy()
  }
  const timer = setTimeout(end, totalMillis, 'time')
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig: ({ params }) => {
      params.requestEventDebugHandler = (event, data) => {
        if (event === 'socket') socket = data.socket
        if (event === 'response') response = count(data.res)
      }
    },
  }
  const count = (answer: IncomingMessage) => {
    let received = 0
    return answer.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > bytes) end('bytes')
    })
  }
  return { plugin, response: () => response, passed: () => passed, stop: () => clearTimeout(timer) }
}
