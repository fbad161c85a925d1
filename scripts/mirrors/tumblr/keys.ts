import { Problem } from '../../model/problem.ts'

export type TumblrKeys = {
  readonly consumer_key: string
  readonly consumer_secret: string
  readonly token: string
  readonly token_secret: string
}

const names = {
  consumer_key: 'TUMBLR_CONSUMER_KEY',
  consumer_secret: 'TUMBLR_CONSUMER_SECRET',
  token: 'TUMBLR_TOKEN',
  token_secret: 'TUMBLR_TOKEN_SECRET',
} as const

type Env = Readonly<Record<string, string | undefined>>

/** Names of those of the four that the environment does not have. */
export function findMissingKeys(env: Env): string[] {
  return Object.values(names).filter((name) => !env[name])
}

/** The four keys as the environment has them. Throws a Problem that names those that are missing. */
export function readKeys(env: Env): TumblrKeys {
  const missing = findMissingKeys(env)
  if (missing.length > 0) {
    throw new Problem(
      `Tumblr: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: put ${missing.length === 1 ? 'it' : 'them'} into .env; see docs/tumblr.md`,
    )
  }
  const broken = Object.values(names).find((name) => !/^[\x21-\x7e]+$/.test(env[name] ?? ''))
  if (broken !== undefined) {
    throw new Problem(`${broken} holds a space or a character that no key has: copy it again`)
  }
  return {
    consumer_key: env[names.consumer_key] ?? '',
    consumer_secret: env[names.consumer_secret] ?? '',
    token: env[names.token] ?? '',
    token_secret: env[names.token_secret] ?? '',
  }
}
