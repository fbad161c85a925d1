import { Problem } from '../model/problem.ts'

/** A port that a server can listen on; 0 is any free one. */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Problem(`--port ${text}: a port is a number from 0 to 65535: try 8080`)
}
