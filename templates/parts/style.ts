import { createHash } from 'node:crypto'

/**
 * The whole look, inside every page. Without it the pages read from top to bottom as they stand; with it a
 * post's time hangs in a column of its own, made by the tab behind the time, which costs no markup.
 */
const sheet = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5d5a54;--line:#dcd8d0;--paper:#fdfcfa;--accent:ACCENT}
body{margin:0 auto;max-width:38em;padding:1em 1em 3em;font:1.0625em/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
h1{font-size:1.75em;line-height:1.2;margin:1em 0 .4em}
h2{font-size:1.25em;line-height:1.3;margin:2.4em 0 .8em;padding-top:.8em;border-top:2px solid var(--accent)}
h3{font-size:1em;margin:2em 0 .5em}
ol{list-style:none;padding:0}
ol>li{margin:0 0 1em;padding-left:3.6em;overflow:hidden;overflow:clip}
ol>li>:first-child,blockquote>:first-child{color:var(--soft);font-size:.875em;text-decoration:none;font-variant-numeric:tabular-nums}
ol>li>:first-child{display:inline-block;white-space:pre-wrap;margin-left:-4.114em;tab-size:4.114em}
ol>li>:first-child:hover{text-decoration:underline}
b{color:var(--ink)}
i,nav,footer,figcaption{color:var(--soft);font-size:.875em;font-style:normal}
li:target{background:#ffec9966;box-shadow:0 0 0 .4em #ffec9966}
blockquote,aside{margin:.5em 0;padding:.1em 0 .1em .8em;border-left:3px solid var(--line)}
aside{border-color:var(--accent)}
figure{margin:1.5em 0}
img{display:block;max-width:100%;height:auto;margin:.5em 0}
svg{display:block;width:100%;fill:none;stroke:var(--accent)}
footer{margin-top:4em;padding-top:1em;border-top:1px solid var(--line)}
ul{padding-left:1.2em}
[role=note]{padding:.5em .8em;border:1px solid}
.skip{position:absolute;left:-99em}.skip:focus{position:static}
@media(max-width:30em){ol>li{padding:0}ol>li>:first-child{white-space:normal;margin:0}}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a8a49b;--line:#3d3a35;--paper:#191817;--accent:DARK}li:target{background:#5c4a0066;box-shadow:0 0 0 .4em #5c4a0066}}
@media print{body{max-width:none;font-size:10pt}h2{break-before:page}li{break-inside:avoid}nav,.skip{display:none}ol a[href^=http]:not(:first-child)::after{content:" <" attr(href) ">"}}
`

/** The style of a site, with its accent colour where it names one. */
export function styleOf(accent: string | undefined): string {
  const own = accent !== undefined && /^(?:#[0-9a-f]{3,8}|[a-z]+|[a-z]+\([0-9a-z .,%/+-]+\))$/i.test(accent)
  return sheet
    .trim()
    .replaceAll('\n', '')
    .replace('ACCENT', own ? accent : '#0b5c6b')
    .replace('DARK', own ? accent : '#6fc3d3')
}

/** What the page's security policy calls this very style. */
export function styleHash(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}
