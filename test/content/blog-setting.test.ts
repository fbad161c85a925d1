import { expect, test } from 'vitest'
import { requireFirst } from '../../scripts/content/blog-setting.ts'
import { parseSite } from '../../scripts/content/site-settings.ts'

test.each([
  ['', undefined, undefined],
  ['blog: yes', { isOn: true, first: undefined }, undefined],
  ['blog: no', { isOn: false, first: undefined }, undefined],
  ['blog: "#LGovSM"', { isOn: true, first: 'lgovsm' }, undefined],
  ['theme: Tumblr', undefined, 'tumblr'],
])('"%s" is understood', (text, blog, theme) => {
  const site = parseSite(text)
  expect([site.blog, site.theme]).toEqual([blog, theme])
})

test.each([
  ['blog: perhaps so', 'write yes, no, or the name of the chat that the blog began with'],
  ['theme: twitter', 'write plain or tumblr'],
])('"%s" is refused', (text, wanted) => {
  expect(() => parseSite(text)).toThrow(`content/site.yaml:1: `)
  expect(() => parseSite(text)).toThrow(wanted)
})

const chats = (...names: string[]) => names.map((name) => ({ name }))

test.each([
  ['no blog', {}, chats('lgovsm', 'nhssm')],
  ['switched off', { blog: { isOn: false, first: undefined } }, chats('lgovsm', 'nhssm')],
  ['one chat', { blog: { isOn: true, first: undefined } }, chats('lgovsm')],
  ['the chat is named', { blog: { isOn: true, first: 'nhssm' } }, chats('lgovsm', 'nhssm')],
])('addresses are clear: %s', (_, site, all) => {
  expect(() => requireFirst(site, all)).not.toThrow()
})

test.each([
  [{ blog: { isOn: true, first: undefined } }, /^content\/site\.yaml: blog: 2 chats share the blog \(lgovsm, nhssm\), .*"blog: lgovsm"$/],
  [{ theme: 'tumblr' as const }, /2 chats share the blog/],
  [{ blog: { isOn: true, first: 'lgosvm' } }, /there is no chat "lgosvm": did you mean lgovsm\?$/],
])('%j is refused with two chats', (site, message) => {
  expect(() => requireFirst(site, chats('lgovsm', 'nhssm'))).toThrow(message)
}) // biome-ignore format: a table
