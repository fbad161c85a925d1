/** One line without control characters: what others wrote must not steer the terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/** Text without the values of variables that are secret by their name: `X_BEARER_TOKEN`. */
export function hideSecrets(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return secretsIn(env).reduce((shown, { value }) => shown.replaceAll(value, '…'), text)
}

/** Variables that are secret by their name; a value shorter than eight letters is anybody's word. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): Variable[] {
  return Object.entries(env)
    .filter(([name]) => /(^|_)(TOKEN|SECRET|KEY|PASSWORD)$/.test(name))
    .flatMap(([name, value]) => (value && value.length >= 8 ? [{ name, value }] : []))
}

type Variable = { readonly name: string; readonly value: string }
