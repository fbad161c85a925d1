import { readFileSync } from 'node:fs'
import axe, { type AxeResults } from 'axe-core'
import { afterAll, describe, expect, test } from 'vitest'
import { readPage } from '../../../scripts/checking/read-page.ts'
import { contrast, enoughContrast } from '../../../scripts/model/colour.ts'
import { accentOf, groundOf, paper } from '../../../templates/parts/accent.ts'
import { findBrowser } from '../../site/browser.ts'
import { attribute, parsePage, textOf } from '../../site/pages.ts'
import { tumblrPages } from './pages.ts'
import { renderTheme } from './render-theme.ts'

const theme = readFileSync('templates/tumblr-theme.html', 'utf8')
const names = Object.keys(tumblrPages)
const rendered = (name: string) => renderTheme(theme, tumblrPages[name] ?? {})

const found = await findBrowser()
afterAll(() => found?.close())

test.each([
  ['{block:Posts}', '{block:Posts} does not end'],
  ['{block:Posts}{block:Tags}{/block:Posts}{/block:Tags}', '{/block:Posts} ends {block:Tags}'],
  ['{/block:Posts}', '{/block:Posts} ends {block:}'],
  ['{block:Postz}{/block:Postz}', "{block:Postz} is no block of Tumblr's"],
  ['{Titel}', '{Titel} has no value here'],
])('a theme with %s is found out', (wrong, says) => {
  expect(() => renderTheme(wrong, { Title: 'x' })).toThrow(says)
})

test('a post that speaks the language of themes is only text', () => {
  expect(renderTheme('{block:Posts}{Body}{/block:Posts}', { 'block:Posts': [{ Body: '{Title}' }] })).toBe(
    '{Title}',
  )
})

test.each(names)(
  '%s: every block is balanced, every name is one of Tumblr’s, and nothing is left over',
  (name) => {
    const page = rendered(name)
    expect(page.replace(/<p>&lt;script.*?<\/p>/, '')).not.toMatch(/\{\/?(?:block:|[A-Z]|color:|text:)/)
  },
)

test.each(names)('%s: no script, and nothing from another host', (name) => {
  const { scripts, references } = readPage(rendered(name))
  expect(scripts).toEqual([])
  const loaded = references.filter(({ kind, url }) => kind === 'load' && !url.startsWith('data:'))
  expect(loaded).toEqual([])
  expect(theme.match(/https?:|\/\/(?!\s)|url\(|@import|@font-face/g)).toBe(null)
})

test.each(names)('%s: one h1, one main, every tag closed', (name) => {
  const text = rendered(name)
  const { elements } = parsePage(name, text)
  const count = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length
  expect([count('main'), count('title'), count('style'), count('header')]).toEqual([1, 1, 1, 1])
  const own = text.replace(/<div class="body">[\s\S]*?<\/div>/g, '')
  expect(own.match(/<h1>/g)).toHaveLength(1)
  for (const tag of [
    'article',
    'p',
    'div',
    'nav',
    'h2',
    'ul',
    'li',
    'blockquote',
    'header',
    'main',
    'footer',
  ])
    expect([tag, own.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([
      tag,
      own.match(new RegExp(`</${tag}>`, 'g'))?.length,
    ])
})

test('a post has its title, its words, its date, its notes and its tags, in that order', () => {
  const [article] = parsePage('front', rendered('front')).elements.filter(
    ({ tagName }) => tagName === 'article',
  )
  const words = article ? textOf(article).replace(/\s+/g, ' ') : ''
  expect(words).toMatch(
    /^ ?Starting We talked about starting\..*17 December 2010 · 143 notes Tags: #lgovsm #2010 #snow days/,
  )
  const hrefs = parsePage('front', rendered('front')).elements.flatMap(
    (element) => attribute(element, 'href') ?? [],
  )
  for (const href of ['/archive', '/ask', '/submit', 'https://lgovsm.tumblr.com/rss', '/about', '/page/3'])
    expect(hrefs).toContain(href)
})

test('the address of the archive is linked where the host gave one', () => {
  expect(rendered('front')).not.toContain('without Tumblr')
  const set = theme.replace(
    'name="text:Archive Address" content=""',
    'name="text:Archive Address" content="https://example.org/"',
  )
  expect(renderTheme(set, tumblrPages.front ?? {})).toContain(
    '<a href="https://example.org/">The archive, light',
  )
})

test('its colours are those of the blog that this project builds, and can be read', () => {
  const set = (name: string) => new RegExp(`name="color:${name}" content="([^"]*)"`).exec(theme)?.[1] ?? ''
  const links = accentOf(undefined)
  const ground = groundOf(undefined)
  expect([set('Links'), set('Links at night'), set('Ground'), set('Ground at night')]).toEqual([
    links.light,
    links.dark,
    ground.light,
    ground.dark,
  ])
  expect(theme).toContain(`background: ${paper.light}`)
  expect(theme).toContain(`background: ${paper.dark}`)
  for (const [one, other] of [
    ['#fff', set('Ground')],
    ['#fff', set('Ground at night')],
    [set('Links'), paper.light],
    [set('Links at night'), paper.dark],
    ['#595752', paper.light],
    ['#aaa', paper.dark],
  ] as const)
    expect([one, other, contrast(one, other) >= enoughContrast]).toEqual([one, other, true])
})

test('no rule of its style could be taken for a variable', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(theme)?.[1] ?? ''
  const own = style.replace(/\{(?:color:[A-Z][^{}]*|CustomCSS)\}/g, '')
  expect(own.match(/\{\S/g)).toBe(null)
})

describe.skipIf(!found)('in a browser (none runs here where this is skipped)', () => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing, and no page is wider than the screen, %s',
    async (colorScheme) => {
      const context = await found?.newContext({
        colorScheme,
        viewport: { width: 360, height: 740 },
        offline: true,
      })
      const page = await context?.newPage()
      if (!context || !page) throw new Error('no browser')
      for (const name of names) {
        await page.setContent(rendered(name))
        expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 360])
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<AxeResults>(
          "axe.run({ rules: { 'heading-order': { enabled: false }, 'page-has-heading-one': { enabled: false } } })",
        )
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect([name, told]).toEqual([name, []])
      }
      await context.close()
    },
  )
})
