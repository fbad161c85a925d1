import { expect, test } from 'vitest'
import { contrast, enoughContrast } from '../../../scripts/model/colour.ts'
import { groundOf } from '../../../templates/parts/accent.ts'
import { blogStyleOf } from '../../../templates/parts/blog/blog-style.ts'

test.each([undefined, '#ff0', 'white', '#000', '#b5176b', 'teal', 'rgb(10 200 90)', 'no colour'])(
  'whatever the accent (%s), white words can be read on the ground by day and by night',
  (accent) => {
    const { light, dark } = groundOf(accent)
    expect(contrast('#fff', light)).toBeGreaterThanOrEqual(enoughContrast)
    expect(contrast('#fff', dark)).toBeGreaterThan(7)
    expect(blogStyleOf(accent)).toContain(`--g:${light}}`)
    expect(blogStyleOf(accent)).not.toMatch(/GROUND|DUSK|PAPER|NIGHT|ACCENT|DARK/)
  },
)

test("the host's own rules stand behind the built-in ones", () => {
  expect(blogStyleOf(undefined, 'h1{letter-spacing:.1em}').endsWith('\nh1{letter-spacing:.1em}')).toBe(true)
})
