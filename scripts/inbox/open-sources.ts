import type { InboxSource } from './collect.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where the host's settings and environment say that things come in; [] where only by hand. */
export function openSources(_root: string, _env: Env): InboxSource[] {
  return []
}
