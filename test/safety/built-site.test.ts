import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import { fixture } from '../site/archive.ts'
import { batchArchives } from './batch.ts'
import { naughtyStrings, ownCases } from './cases.ts'
import { faultsIn, namesOf, pathFaults } from './compare.ts'
import { type Made, renderSite } from './render-site.ts'
import { namesIn, skeletonOf } from './skeleton.ts'

/** Every case as posts of one archive, made into a site by Eleventy; so many to a session that lists are cut. */
const twins = batchArchives([...ownCases, ...naughtyStrings], 10)
const folder = mkdtempSync(join(tmpdir(), 'safety-'))
const files = new Map<string, string>()
const made: Made[] = []

beforeAll(async () => {
  await buildSite({ archive: twins.hostile, output: folder, content: folder })
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(folder, name)).isDirectory()) continue
    files.set(name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8'))
  }
  made.push(...renderSite(twins.hostile))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

test('Eleventy writes what the templates make, byte for byte, and nothing else', () => {
  expect([...files.keys()].sort()).toEqual(made.map(({ file }) => file).sort())
  for (const { file, text } of made) {
    if (files.get(file) !== text) expect([file, files.get(file)]).toEqual([file, text])
  }
})

test('every page has the tags, attributes and targets of its twin', () => {
  const beside = new Map(renderSite(twins.twin).map(({ from, text }) => [from, text]))
  const told = made
    .filter(hasTwin)
    .flatMap(({ from, file, text }) =>
      faultsIn(file, text, beside.get(from) ?? '').map((fault) => `${file}: ${fault}`),
    )
  expect(told).toEqual([])
})

test('where people stand in another order than their twins, no page has tags that no twin has', () => {
  const known = namesOf(renderSite(twins.twin))
  const others = [...namesOf(made)].filter((name) => !known.has(name))
  expect(others).toEqual([])
})

test('every file stands inside the site, on every file system, and no two differ by case only', () => {
  const names = [...files.keys()]
  expect(names.flatMap(pathFaults)).toEqual([])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  expect(names.some((name) => /\/people\/letter-x\//.test(name))).toBe(true)
})

test('every page allows no script and no other host', async () => {
  const other = mkdtempSync(join(tmpdir(), 'safety-'))
  const archive = fixture()
  await buildSite({
    archive: { ...archive, site: { ...archive.site, search: true } },
    output: other,
    content: other,
  }).catch(() => undefined)
  const pages = [...files].filter(([file]) => file.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(1000)
  const faults = pages.map(([file, page]) => [file, policyFault(page, { form: formOn(file) })])
  expect(faults.filter(([, fault]) => fault)).toEqual([])
  expect(pages.filter(([file, page]) => page.includes('<form') !== (formOn(file) !== undefined))).toEqual([])
  rmSync(other, { recursive: true })
})

test('the search page allows its own script and WebAssembly, and nothing of another host', () => {
  const archive = { ...twins.hostile, site: { ...twins.hostile.site, search: true } }
  const [search] = renderSite(archive, ['search.11ty.ts'])
  const own = "script-src 'self' 'wasm-unsafe-eval';connect-src 'self';"
  expect(policyFault(search?.text ?? '', { own })).toBe('script')
  expect([...(search?.text ?? '').matchAll(/<script[^>]*>[^<]*/g)].map(([script]) => script)).toEqual([
    '<script type=module src="search.js">',
  ])
})

/** Where a page may send a form to: two kinds of pages have one. */
function formOn(file: string): string | undefined {
  return /\/(?:answer|ask)\/index\.html$/.test(file) ? 'https://forms.example' : undefined
}

/** What is wrong with a page's policy, or the first thing that it would forbid; undefined is right. */
function policyFault(
  page: string,
  { own = '', form = "'none'" }: { readonly own?: string; readonly form?: string | undefined } = {},
): string | undefined {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none';style-src 'sha256-${hash}';img-src 'self' data:;${own}base-uri 'none';form-action ${form}`
  const [first] = /<meta http-equiv[^>]*>/.exec(page) ?? []
  if (first !== `<meta http-equiv=Content-Security-Policy content="${policy}">`) return first ?? 'none'
  if (page.indexOf(first) > page.indexOf('<style>')) return 'the style stands before it'
  return [...namesIn(skeletonOf(page))].find((name) => /^script|(?:^| )(?:style|on\w+)=/.test(name))
}

/** People stand in the order of their names, which twins do not share; links of several sessions in that of sites. */
function hasTwin({ from }: Made): boolean {
  return !/^(?:people|person|links)\./.test(from)
}
