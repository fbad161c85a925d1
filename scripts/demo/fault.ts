import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { Refusal } from './refusals.ts'

/** Something that goes wrong with one request. */
export type Fault = { readonly name: string } & (
  | {
      readonly kind: 'refuse'
      readonly status: number
      readonly headers: Record<string, string>
      readonly body: string
    }
  | {
      readonly kind: 'change'
      readonly change: Change
    }
  | { readonly kind: 'wire'; readonly send: Send }
)

/** The true answer and the request's parameters, into the answer that is sent. */
export type Change = (answer: Answer, asked: Readonly<Record<string, string>>) => Answer

/** Sends whatever it likes in the place of the true answer's bytes. */
export type Send = (out: ServerResponse, body: Buffer) => void

export const json = { 'content-type': 'application/json; charset=utf-8' }
export const problemJson = { 'content-type': 'application/problem+json' }

export function refuse(name: string, { status, body }: Refusal): Fault & { kind: 'refuse' } {
  return { name, kind: 'refuse', status, headers: problemJson, body: JSON.stringify(body) }
}

export function change(name: string, how: Change): Fault {
  return { name, kind: 'change', change: how }
}

export function wire(name: string, send: Send): Fault {
  return { name, kind: 'wire', send }
}
