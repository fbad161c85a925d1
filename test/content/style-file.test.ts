import { expect, test } from 'vitest'
import { parseStyle } from '../../scripts/content/style-file.ts'

test.each([
  ['', ''],
  ['\ufeffh1 { color: red }\r\n\r\n', 'h1 { color: red }'],
  ['/* @import, url(https://example.org/) */ b{}', '/* @import, url(https://example.org/) */ b{}'],
  ['b{background:url( "data:image/png;base64,AA==" )}', 'b{background:url( "data:image/png;base64,AA==" )}'],
  ['b{filter:url(#soft)}', 'b{filter:url(#soft)}'],
])('%j is taken', (text, style) => {
  expect(parseStyle(text)).toBe(style)
})

test.each([
  ['b{}\n</STYLE >', 2, '"</style" would end the style'],
  ['b{}\r\n/* </style> */', 2, '"</style" would end the style'],
  ['\n@import "https://example.org/x.css";', 2, 'copy the rules in place of "@import"'],
  ['/*\n*/\nb{background:url(https://example.org/x.png)}', 3, 'only url(data:…) can stand here'],
  ["b{background:url('x.png')}", 1, 'only url(data:…) can stand here'],
])('%j is refused with its line', (text, line, says) => {
  expect(() => parseStyle(text)).toThrow(`content/style.css:${line}: `)
  expect(() => parseStyle(text)).toThrow(says)
})
