import { cleanName, type NamedText, takeName, tidy } from '../named-text.ts'

const nameField = /^(?:name to show|your name|name|enw i['’]w ddangos|enw)\b/i
/** What the code host writes for a field that was left empty. */
const noResponse = /^_no response_$/i

/** What stands in an issue: the fields of an issue form, each below a heading, or plain words. */
export function parseIssueBody(body: string): NamedText {
  const plain = tidy(body.replace(/<!--[\s\S]*?-->/g, ''))
  const fields = plain.split(/^### /m).slice(1).map(toField)
  if (fields.length === 0 || !plain.startsWith('### ')) return takeName(plain)
  const name = fields.find(({ heading }) => nameField.test(heading))
  const rest = fields.filter(
    (field) => field !== name && field.text !== '' && !/^- \[[ x]\]/i.test(field.text),
  )
  return { name: cleanName(name?.text ?? ''), text: rest.map(({ text }) => text).join('\n\n') }
}

function toField(part: string): { readonly heading: string; readonly text: string } {
  const end = part.indexOf('\n')
  const text = end < 0 ? '' : tidy(part.slice(end + 1))
  return { heading: part.slice(0, end < 0 ? undefined : end).trim(), text: noResponse.test(text) ? '' : text }
}
