/** Lines from which on a mail says nothing more, whatever follows. */
const ends: readonly RegExp[] = [
  /^--\s?$/,
  /^-----BEGIN PGP SIGNATURE-----$/,
  /^[*_]?(?:sent from|sent via|sent using|sent with|get outlook for|download outlook for)\b.{0,80}$/i,
  /^(?:anfonwyd o|wedi['’]i anfon o)\b.{0,80}$/i,
  /^(?:von meinem .{1,40} gesendet|gesendet (?:von|mit)\b.{0,60}|diese nachricht wurde von .{1,60} gesendet\.?)$/i,
  /^(?:envoyé (?:de|depuis|à partir de)\b|télécharger outlook)\b.{0,80}$/i,
  /^(?:enviado desde|inviato da|verzonden vanaf|verstuurd vanaf|skickat från|sendt fra|wysłane z)\b.{0,60}$/i,
]

/** Beginnings of what an office puts under every mail. */
const notices: readonly RegExp[] = [
  /^[*_\s]*(?:disclaimer|confidentiality(?: notice)?|important notice|legal notice|ymwadiad)\b/i,
  /^[*_\s]*(?:this|the information in this|the contents of this) (?:e-?mail|message|communication|transmission)\b.{0,200}\b(?:confidential|privileged|intended|solely|virus|monitored|recorded|scanned)/i,
  /^[*_\s]*(?:mae['’]r (?:e-?bost|neges)|gall y neges)\b.{0,200}(?:[cg]yfrinachol|freintiedig|breintiedig)/i,
  /^[*_\s]*(?:please consider|think of) the environment\b/i,
  /^[*_\s]*(?:virus-free|this email has been (?:checked|scanned)|avast)\b/i,
  /^[*_\s]*we welcome (?:correspondence|receiving correspondence) in welsh/i,
  /^[*_\s]*rydym yn croesawu gohebiaeth/i,
  /^you received this message because you are subscribed\b/i,
]

const goodbye =
  /^[*_\s]*(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)? ?(?:regards|wishes)|kr|br|yours (?:sincerely|faithfully|truly|ever)|(?:many |with )?thanks(?: (?:and (?:kind |best )?regards|again|in advance|very much))?|thank you|cheers|ta|all (?:the )?best|best|cofion(?: (?:gorau|cynnes|cywir))?|yr eiddoch yn (?:gywir|gysylltiol|ffyddlon)|diolch(?: (?:yn fawr|o galon))?|hwyl(?: fawr)?|(?:mit (?:freundlichen|besten|herzlichen) |freundliche |viele |liebe |beste |herzliche )?gr[uü](?:ß|ss)e?n?|cordialement|bien à vous|met vriendelijke groet(?:en)?|saludos|med vänlig hälsning|pozdrawiam)[\s,.!–-]*[*_]*$/iu

const rule = /^\s*[-_=*]{3,}\s*$/

/** Most lines of a signature, and letters of one of them. */
const mostLines = 14
const mostLetters = 90

/** Where a signature or an office's notice begins; the number of lines where there is none. */
export function findSignature(lines: readonly string[]): number {
  const end = lines.findIndex((line) => isEnd(line) || notices.some((notice) => notice.test(line)))
  const said = lines.slice(0, end < 0 ? lines.length : end)
  const first = firstOfLast(said)
  // A ruled line may stand between two thoughts: it ends a mail only with little below it.
  const bye = said.findIndex(
    (line, i) => i >= first && (goodbye.test(line) || rule.test(line)) && isSigned(said.slice(i + 1)),
  )
  return bye < 0 ? said.length : bye
}

function isEnd(line: string): boolean {
  const own = line.trimStart()
  return ends.some((pattern) => pattern.test(own))
}

/** Before this line so many follow that they are no signature. */
function firstOfLast(lines: readonly string[]): number {
  let count = 0
  let first = lines.length
  while (first > 0 && count <= mostLines) {
    first -= 1
    if ((lines[first] ?? '').trim() !== '') count += 1
  }
  return first
}

/** Whether these lines are names, offices and numbers rather than sentences. */
function isSigned(lines: readonly string[]): boolean {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '')
  return (
    said.length <= mostLines &&
    said.every((line) => line.length <= mostLetters && !(/[.?!]$/.test(line) && line.split(/\s+/).length > 5))
  )
}
