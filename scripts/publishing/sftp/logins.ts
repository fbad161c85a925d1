import { existsSync, readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { Problem } from '../../model/problem.ts'
import type { SftpAddress } from '../../model/site.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** A way to log in, as the library of SSH takes it. */
export type Login =
  | { readonly type: 'publickey'; readonly username: string; readonly key: Buffer }
  | { readonly type: 'password'; readonly username: string; readonly password: string }
  | { readonly type: 'keyboard-interactive'; readonly username: string; readonly prompt: Answer }
  | { readonly type: 'agent'; readonly username: string; readonly agent: string }

type Answer = (...args: [string, string, string, readonly unknown[], (answers: string[]) => void]) => void

export type LoginInput = { readonly root: string; readonly env: Env; readonly home: string }

/** What the host named comes first, since servers count attempts; then the agent, then the usual key files. */
export function findLogins({ user }: SftpAddress, input: LoginInput): Login[] {
  const username = userName(user)
  const { PUBLISH_PASSWORD: password } = input.env
  const agent = findAgent(input.env)
  return [
    ...namedKey(input).map((file) => keyLogin(username, file)),
    ...(password ? passwordLogins(username, password) : []),
    ...(agent === undefined ? [] : [{ type: 'agent', username, agent } as const]),
    ...usualKeys(input.home).map((file) => keyLogin(username, file)),
  ]
}

export function userName(user: string | undefined): string {
  return user ?? userInfo().username
}

/** Key files for the ssh program. */
export function keyFiles(input: LoginInput): string[] {
  const named = namedKey(input)
  return named.length > 0 ? named : usualKeys(input.home)
}

function namedKey({ root, env }: LoginInput): string[] {
  const named = env.PUBLISH_KEY_FILE
  if (!named) return []
  const file = resolve(root, named.replace(/^~(?=[/\\])/, homedir()))
  if (existsSync(file)) return [file]
  throw new Problem(`PUBLISH_KEY_FILE: there is no file ${named}: write the path of your private key`)
}

function usualKeys(home: string): string[] {
  return ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => join(home, '.ssh', name)).filter(existsSync)
}

function keyLogin(username: string, file: string): Login {
  return { type: 'publickey', username, key: readFileSync(file) }
}

/** Many servers ask for the password as a question of their own. */
function passwordLogins(username: string, password: string): Login[] {
  const prompt: Answer = (...args) => args[4](args[3].map(() => password))
  return [
    { type: 'password', username, password },
    { type: 'keyboard-interactive', username, prompt },
  ]
}

function findAgent({ SSH_AUTH_SOCK: socket }: Env): string | undefined {
  return socket && existsSync(socket) ? socket : undefined
}
