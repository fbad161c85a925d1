import type { Writable } from 'node:stream'

/** Where text for people goes: standard output, or what a test puts there. */
export type Terminal = Writable & { readonly isTTY?: boolean }

/** The same output, without colours where the NO_COLOR convention asks for none (https://no-color.org). */
export function plainOutput(output: Terminal, env: Readonly<Record<string, string | undefined>>): Terminal {
  if (!env.NO_COLOR) return output
  return Object.create(output, {
    write: { value: (text: unknown, ...rest: unknown[]) => writeTo(output, withoutColour(text), rest) },
  })
}

function writeTo(output: Terminal, text: unknown, rest: unknown[]): unknown {
  return Reflect.apply(output.write, output, [text, ...rest])
}

function withoutColour(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/\x1b\[[0-9;]*m/g, '') : text
}
