import { expect, test } from 'vitest'
import { contrast, isColour, readableOn } from '../../scripts/model/colour.ts'

test.each([
  ['#00703c', true],
  ['teal', true],
  ['rgb(0, 112, 60)', true],
  ['oklch(45% 0.1 150)', true],
  ['tea', false],
  ['', false],
])('%s is a colour: %s', (text, is) => {
  expect(isColour(text)).toBe(is)
})

test.each([
  ['#fff', '#00703c', true],
  ['#fff', '#ff0', false],
  ['#fff', 'white', false],
  ['#181818', '#00703c', false],
  ['#181818', 'black', false],
  ['#181818', 'rgb(255, 255, 0)', true],
])('on %s, %s is kept: %s; and what comes can be read', (background, colour, kept) => {
  const found = readableOn(background, colour)
  expect(found === colour).toBe(kept)
  expect(contrast(found, background)).toBeGreaterThanOrEqual(4.5)
})
