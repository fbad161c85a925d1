import { Problem } from '../model/problem.ts'
import { oneLine } from '../terminal/safe-text.ts'

/** What git said, in a sentence that says what to do. Addresses are shown without who logs in. */
export function gitProblem(err: string, remote: string): Problem {
  const said = withoutLogin(err)
  const sentence = sentences.find(({ says }) => says.test(said))?.advice
  if (sentence !== undefined) return new Problem(`${remote}: ${sentence}`)
  return new Problem(`${remote}: git said "${lastWords(said)}": put that right and run the command again`)
}

// In this order: a refusal of rights may also say that nothing could be read.
const sentences: readonly { readonly says: RegExp; readonly advice: string }[] = [
  {
    says: /stale info|fetch first|non-fast-forward/,
    advice: 'somebody else published at the same time: run the command again',
  },
  {
    says: /protected branch|GH006|GH013/i,
    advice:
      'the branch is protected there: take the protection off for this branch, or choose another with --branch',
  },
  {
    says: /Permission .*denied|Authentication failed|403|could not read (Username|Password)|Permission denied|insufficient permission|access denied|Host key verification failed/i,
    advice:
      'you have no right to write there: log in to the code host (a key, or a token for git), or ask its owner',
  },
  {
    says: /Repository not found|does not appear to be a git repository|repository .* not found|does not exist/i,
    advice: 'there is no repository at this address: git remote -v shows it, git remote set-url changes it',
  },
  {
    says: /Could not resolve host|Connection (refused|timed out|reset)|Network is unreachable|Failed to connect|unexpected disconnect|hung up|early EOF|RPC failed/i,
    advice:
      'the code host cannot be reached: see that this computer is online and run the command again; what is public stays as it is',
  },
  {
    says: /No space left|quota|pre-receive hook declined|remote rejected|remote unpack failed/i,
    advice: 'the code host took nothing: see its message with git push; what is public stays as it is',
  },
]

/** An address, or what names one, without who logs in there. */
export function withoutLogin(text: string): string {
  return text.replace(/\/\/[^/@\s]+@/g, '//')
}

function lastWords(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return oneLine(lines.findLast((line) => /fatal|error|rejected/.test(line)) ?? lines.at(-1) ?? '').slice(
    0,
    200,
  )
}
