import { accentOf, groundOf, paper } from '../accent.ts'
import { printable } from '../clean.ts'

/**
 * The look of the blog: a column of cards on a ground of the accent's colour, a big title above them. What stands on a
 * card has the card's colours, all else those of the ground. Posts look as in the transcript, whose style says why;
 * the column is too narrow for their times to have one of their own.
 */
const sheet = `
html{color-scheme:light dark;--i:#fff;--s:#fff;--a:#fff;--g:GROUND}
body{margin:auto;max-width:36em;padding:1em .5em 3em;font:1.0625em/1.5 system-ui,sans-serif;color:var(--i);background:var(--g);overflow-wrap:break-word}
article{--i:#222;--s:#595752;--a:ACCENT;margin:0 0 1.5em;padding:1.2em 5%;border-radius:.3em;color:var(--i);background:PAPER}
a{color:var(--a)}
b{color:var(--i)}
h1,h2{line-height:1.2;margin:0 0 .5em}
*+h2{margin-top:2em}
h2 a{font-size:1.4em}
ol:not([type]){list-style:none;padding:0}
ul,ol[type]{padding-left:1.2em}
ol:not([type])>li{margin:0 0 1em;contain:paint}
@media screen{ol:not([type])>li:nth-child(n+99){content-visibility:auto;contain-intrinsic-size:auto 4.5em}}
ol:not([type])>li>:first-child,blockquote>:first-child{display:inline-block;color:var(--s);font-size:.875em;line-height:1.7;text-decoration:none}
i,nav,footer,.m{color:var(--s);font-size:.875em;line-height:1.7;font-style:normal}
li:target{background:#fc03}
blockquote,[role=note]{margin:.5em 0;padding:0 1em;border-left:3px solid var(--a)}
img,svg{display:block;max-width:100%;height:auto;margin:.5em 0}
svg{fill:none;stroke:var(--a)}
header{text-align:center;margin:2em 0}
body>nav{margin-bottom:.5em}
header h1,header b{font-size:3em;line-height:1.1}
header a,h2 a{text-decoration:none}
.skip:not(:focus){position:absolute;left:-99em}
@media(prefers-color-scheme:dark){html{--g:DUSK}article{--i:#eee;--s:#aaa;--a:DARK;background:NIGHT}}
@media print{html{--i:#000;--s:#000;--a:#000}body{max-width:none;font-size:10pt;background:none}ol:not([type])>li{break-inside:avoid}header nav,.skip,ol:not([type])+p{display:none}ol a[href^=http]:not(:first-child)::after{content:" <" attr(href) ">"}}
`

/** With the site's accent colour, and behind it the host's own rules. */
export function blogStyleOf(accent: string | undefined, own = ''): string {
  const { light, dark } = accentOf(accent)
  const ground = groundOf(accent)
  const built = sheet
    .trim()
    .replaceAll('\n', '')
    .replace('GROUND', ground.light)
    .replace('DUSK', ground.dark)
    .replace('PAPER', paper.light)
    .replace('NIGHT', paper.dark)
    .replace('ACCENT', light)
    .replace('DARK', dark)
  return own === '' ? built : `${built}\n${printable(own)}`
}
