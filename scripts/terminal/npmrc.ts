import { readFileSync } from 'node:fs'

/** All npmrc files that apply to a script started by npm, as one text. */
export function readNpmrc(env: Readonly<Record<string, string | undefined>>): string {
  const files = ['.npmrc', env.npm_config_userconfig, env.npm_config_globalconfig]
  return files.map((file) => (file ? readIfThere(file) : '')).join('\n')
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Not there, or not ours to read: then npm did not read it either.
    return ''
  }
}
