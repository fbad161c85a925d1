import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSite } from '../../scripts/checking/check-site.ts'
import type { Archive } from '../../scripts/model/archive.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { site } from '../templates/site.ts'
import { fixture } from './archive.ts'
import { writeWall } from './wall.ts'

const folder = mkdtempSync(join(tmpdir(), 'ways-'))
const action = 'https://forms.example/f/1?a=1&b=2'
const archive: Archive = {
  ...fixture(),
  site: {
    ...site,
    contact: undefined,
    takePart: {
      email: 'ask@example.org',
      form: action,
      formPage: undefined,
      tumblr: undefined,
      message: undefined,
      github: 'anne/lgovsm',
    },
  },
}

beforeAll(async () => {
  writeWall(folder)
  await buildSite({ archive, output: join(folder, 'with'), content: folder })
  await buildSite({ archive: fixture(), output: join(folder, 'without'), content: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (file: string, built = 'with') => readFileSync(join(folder, built, file), 'utf8')
const policyOf = (page: string) => /form-action [^"]*/.exec(page)?.[0]
const mail = (tag: string) =>
  `mailto:ask@example.org?subject=%5B${tag}%5D&amp;body=Name%20to%20show:%20%0D%0A%0D%0A`

describe('where the host set up ways in', () => {
  test('each question of a transcript can be answered, and what then happens is said once', () => {
    const page = read('lgovsm/2010-12-17/index.html')
    expect(page).toContain(
      `<p><a href="${mail('lgovsm%202010-12-17%20Q1')}">Answer Q1 by e-mail</a> · <a href="answer/index.html#q1">by form</a><br><a href=#q2>Next: Q2: How do we go on?</a>\n`,
    )
    expect(page.match(/Answer Q\d by e-mail/g)).toEqual(['Answer Q1 by e-mail', 'Answer Q2 by e-mail'])
    expect(page.split('The host reads it first, and may show it').length).toBe(2)
    expect(page).toContain(
      '<p><a href="https://github.com/anne/lgovsm/issues/new?template=answer.yml&amp;title=%5Blgovsm%202010-12-17%5D">Answer on GitHub too</a>. The host reads',
    )
  })

  test.each(['index.html', 'lgovsm/index.html'])('%s takes questions', (file) => {
    expect(read(file)).toContain(
      `<p><a href="${mail('lgovsm%20question')}">Send a question by e-mail</a> · <a href="`,
    )
    expect(read(file)).toMatch(/<\/a>\. The host reads it first, and may show it/)
  })

  test('a form for each question stands on a page of its own, and may be sent to its service alone', () => {
    const page = read('lgovsm/2010-12-17/answer/index.html')
    expect(page.match(/<form /g)).toHaveLength(2)
    expect(page).toContain(
      '<form method=post action="https://forms.example/f/1?a=1&amp;b=2" accept-charset=utf-8>',
    )
    expect(page).toContain('<input type=hidden name=subject value="[lgovsm 2010-12-17 Q2]">')
    expect(page).toContain('This form is sent to forms.example')
    expect(policyOf(page)).toBe('form-action https://forms.example')
    expect(read('lgovsm/ask/index.html')).toContain('value="[lgovsm question]"')
  })

  test.each([
    'index.html',
    'lgovsm/index.html',
    'lgovsm/2010-12-17/index.html',
    'about/index.html',
    '404.html',
  ])('%s has no form and may send none, and asks for removals by the same way', (file) => {
    expect(read(file)).not.toContain('<form')
    expect(policyOf(read(file))).toBe("form-action 'none'")
    expect(read(file)).toMatch(
      /<a href="mailto:ask@example.org\?subject=Please%20remove[^"]*">Have a post removed<\/a>/,
    )
  })

  test('the text says how to answer', () => {
    expect(read('lgovsm/2010-12-17/session.txt').replace(/\s+/g, ' ')).toContain(
      'write to ask@example.org with [lgovsm 2010-12-17] in the subject, and the number of the question.',
    )
  })

  test('the check of the site allows exactly that form', () => {
    const check = (form: string | undefined) =>
      checkSite({
        archive: {
          ...archive,
          site: { ...archive.site, takePart: archive.site.takePart && { ...archive.site.takePart, form } },
        },
        folder: join(folder, 'with'),
        secrets: [],
      }).faults.map(({ says }) => says)
    expect(check(action)).toEqual([])
    const [first, ...others] = check('https://other.example/')
    expect(first).toMatch(/^a form is sent to "https:\/\/forms\.example\/f\/1\?a=1&b=2": only the service/)
    expect(others.every((says) => says === first)).toBe(true)
  })
})

test('where there is none, no page says so much as a word of it', () => {
  for (const file of ['index.html', 'lgovsm/index.html', 'lgovsm/2010-12-17/index.html'])
    expect(read(file, 'without')).not.toMatch(/Answer Q|Send a question|The host reads/)
  expect(() => read('lgovsm/ask/index.html', 'without')).toThrow('ENOENT')
  expect(() => read('lgovsm/2010-12-17/answer/index.html', 'without')).toThrow('ENOENT')
})
