import { buildKey } from '../site/build-key.ts'

/** One word for all that a check does: where any of it is another one, everything is checked again. */
export function checkKey(): string {
  return buildKey(['scripts/checking'])
}
