import { describe, expect, test } from 'vitest'
import { parseCommandLine } from '../../scripts/terminal/command-line.ts'

const spec = {
  name: 'fetch',
  about: 'Fetches what was said.',
  argument: { name: 'date', about: 'a session, such as 2010-12-17' },
  options: {
    chat: { value: 'name', about: 'which chat, where there are several' },
    from: { value: 'path', about: 'a file or a folder instead of the network' },
    token: { value: 'token', secret: true, about: 'the key' },
    dryRun: { about: 'write nothing' },
    serve: { negated: true, about: 'only build' },
    yes: { permits: true, about: 'ask nothing' },
  },
  examples: ['npm run fetch -- 2010-12-17'],
} as const

type Env = Record<string, string>

function parse(argv: readonly string[], env: Env = {}, npmrc = '') {
  return parseCommandLine(spec, argv, {
    env: { npm_lifecycle_event: 'fetch', ...env },
    readNpmrc: () => npmrc,
  })
}

const usual = {
  chat: undefined,
  from: undefined,
  token: undefined,
  dryRun: false,
  serve: true,
  yes: false,
}

test.each<[string[], object, string[]]>([
  [[], {}, []],
  [['2010-12-17'], {}, ['2010-12-17']],
  [['--chat', 'docnow', '2010-12-17'], { chat: 'docnow' }, ['2010-12-17']],
  [['--chat=docnow'], { chat: 'docnow' }, []],
  [['--dry-run', '--no-serve', '--yes'], { dryRun: true, serve: false, yes: true }, []],
  [['--', '--chat'], {}, ['--chat']],
])('%j', (argv, options, args) => {
  expect(parse(argv)).toEqual({ kind: 'run', options: { ...usual, ...options }, args, notes: [] })
})

test.each([
  [['--chta', 'x'], "npm run fetch: unknown option '--chta': did you mean --chat?"],
  [['--colour'], "npm run fetch: unknown option '--colour': npm run fetch -- --help lists what there is"],
  [['-x'], "npm run fetch: unknown option '-x': npm run fetch -- --help lists what there is"],
  [
    ['--chat'],
    "npm run fetch: option '--chat <name>' argument missing: write it behind the option, or leave the option out",
  ],
])('%j is refused', (argv, message) => {
  expect(() => parse(argv)).toThrow(message)
})

test('a command without an argument takes none', () => {
  const { argument: _, ...bare } = spec
  const npm = { env: {}, readNpmrc: () => '' }
  expect(() => parseCommandLine(bare, ['2010-12-17'], npm)).toThrow(
    'npm run fetch: this command takes options only: npm run fetch -- --help lists what there is',
  )
})

test('help shows every option and an example', () => {
  const line = parse(['--help'])
  expect(line.kind === 'help' && line.text).toBe(`Usage: npm run fetch -- [options] [date...]

Fetches what was said.

Arguments:
  date             a session, such as 2010-12-17

Options:
  --chat <name>    which chat, where there are several
  --from <path>    a file or a folder instead of the network
  --token <token>  the key
  --dry-run        write nothing
  --no-serve       only build
  --yes            ask nothing
  -h, --help       show this text

For example:
  npm run fetch -- 2010-12-17
`)
})

describe('flags that npm took for itself', () => {
  test.each<[string, Env, object]>([
    ['--dry-run', { npm_config_dry_run: 'true' }, { dryRun: true }],
    ['--no-serve', { npm_config_serve: '' }, { serve: false }],
  ])('%s is honoured', (flag, env, options) => {
    const line = parse([], env)
    expect(line).toMatchObject({ options: { ...usual, ...options } })
    expect(line.kind === 'run' && line.notes).toEqual([
      `npm took ${flag} for itself; it is used all the same (the sure way is npm run fetch -- ${flag})`,
    ])
  })

  test('what permits something is not honoured', () => {
    const line = parse([], { npm_config_yes: 'true' })
    expect(line).toMatchObject({
      options: usual,
      notes: [
        'npm took --yes for itself, so it is left out here; with "--" it arrives: npm run fetch -- --yes',
      ],
    })
  })

  test.each<[string[], Env, string]>([
    [
      ['docnow'],
      { npm_config_chat: 'true' },
      '--chat for itself: write "--" before it: npm run fetch -- --chat docnow',
    ],
    [
      [],
      { npm_config_from: 'a b' },
      '--from for itself: write "--" before it: npm run fetch -- --from "a b"',
    ],
    [
      ['a', 'b'],
      { npm_config_from: 'true' },
      '--from for itself: write "--" before it: npm run fetch -- --from <path>',
    ],
    [
      ['s3cr3t'],
      { npm_config_token: 'true' },
      '--token for itself: write "--" before it: npm run fetch -- --token <token>',
    ],
    [
      [],
      { npm_config_token_description: 's3cr3t' },
      '--token for itself: write "--" before it: npm run fetch -- --token <token>',
    ],
  ])('%j with %j is refused', (argv, env, message) => {
    expect(() => parse(argv, env)).toThrow(`npm run fetch: npm took ${message}`)
  })

  test.each<[string, string[], Env, string]>([
    [
      'given properly as well',
      ['--dry-run', '--chat=x'],
      { npm_config_dry_run: 'true', npm_config_chat: 'true' },
      '',
    ],
    [
      'standing in .npmrc',
      ['--dry-run', '--chat=x'],
      { npm_config_from: 'y', npm_config_yes: 'true' },
      'yes = true\nfrom=y',
    ],
    ['switched off', ['--dry-run', '--chat=x'], { npm_config_yes: '', npm_config_serve: 'true' }, ''],
    [
      'meant for the script that started this one',
      ['--dry-run', '--chat=x'],
      { npm_lifecycle_event: 'friday', npm_config_from: 'y' },
      '',
    ],
  ])('%s: nothing to say', (...[, argv, env, npmrc]) => {
    expect(parse(argv, env, npmrc)).toEqual({
      kind: 'run',
      options: { ...usual, dryRun: true, chat: 'x' },
      args: [],
      notes: [],
    })
  })
})
