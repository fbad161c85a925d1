import { createHash } from 'node:crypto'
import { accentOf, paper } from './accent.ts'
import { printable } from './clean.ts'

/**
 * The whole look, inside every page. Without it the pages read from top to bottom as they stand; with it a
 * post's time hangs in a column of its own, made by the tab behind the time, which costs no markup. None paints over
 * another; and in lists longer than an hour's question, posts out of sight are not laid out (3,000 posts: 15 ms in
 * place of 150). In shorter ones it would gain nothing, and checkers misjudge places that were only guessed. A
 * numbered list of the host's own has a type, and keeps its numbers.
 */
const sheet = `
html{color-scheme:light dark;--i:#222;--s:#595752;--p:PAPER;--a:ACCENT}
body{margin:auto;max-width:38em;padding:1em 1em 3em;font:1.0625em/1.5 system-ui,sans-serif;color:var(--i);background:var(--p);overflow-wrap:break-word}
a{color:var(--a)}
b{color:var(--i)}
h1,h2{line-height:1.25}
h1{margin:1em 0 .5em}
h2{font-size:1.25em;margin:2em 0 1em;padding-top:1em;border-top:2px solid var(--a)}
ol:not([type]){list-style:none;padding:0}
ul,ol[type]{padding-left:1.2em}
ol:not([type])>li{margin:0 0 1em;padding-left:3.5em;contain:paint}
@media screen{ol:not([type])>li:nth-child(n+99){content-visibility:auto;contain-intrinsic-size:auto 4.5em}}
ol:not([type])>li>:first-child,blockquote>:first-child{display:inline-block;color:var(--s);font-size:.875em;line-height:1.7;text-decoration:none;font-variant-numeric:tabular-nums}
ol:not([type])>li>:first-child{white-space:pre-wrap;margin-left:-4em;tab-size:4em}
ol a:hover{text-decoration:underline}
i,nav,footer{color:var(--s);font-size:.875em;line-height:1.7;font-style:normal}
li:target{background:#fc03}
blockquote,[role=note]{margin:.5em 0;padding:0 1em;border-left:3px solid var(--a)}
img,svg{display:block;max-width:100%;height:auto;margin:.5em 0}
svg{fill:none;stroke:var(--a)}
footer{margin-top:4em;border-top:1px solid;padding-top:1em}
.skip{position:absolute;left:-99em}
.skip:focus{left:1em}
@media(max-width:30em){ol:not([type])>li{padding:0}ol:not([type])>li>:first-child{white-space:normal;margin:0}}
@media(prefers-color-scheme:dark){html{--i:#eee;--s:#aaa;--p:NIGHT;--a:DARK}}
@media print{body{max-width:none;font-size:10pt}h2[id^=q]{break-before:page}ol:not([type])>li{break-inside:avoid}body>nav,.skip,ol:not([type])+p{display:none}ol a[href^=http]:not(:first-child)::after{content:" <" attr(href) ">"}}
`

/** The whole style of a site: with its accent colour, and behind it the host's own rules. */
export function styleOf(accent: string | undefined, own = ''): string {
  const { light, dark } = accentOf(accent)
  const built = sheet
    .trim()
    .replaceAll('\n', '')
    .replace('PAPER', paper.light)
    .replace('NIGHT', paper.dark)
    .replace('ACCENT', light)
    .replace('DARK', dark)
  return own === '' ? built : `${built}\n${printable(own)}`
}

/** What the page's security policy calls this very style. */
export function styleHash(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}
