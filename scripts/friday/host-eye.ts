import { readIndex } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { findTasks, indexSpot } from '../reviewing/find-tasks.ts'
import { openSession } from '../reviewing/open-session.ts'
import { sayTask } from '../reviewing/say-task.ts'

/** Something for the host to look at. */
export type EyeLine = {
  /** Relative to the root. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** With path and line. */
  readonly text: string
}

/** What needs the host's eye in a transcript that nobody has read over; [] in any other. */
export function eyeLines(root: string, chat: Chat, date: string): EyeLine[] {
  const index = readIndex(root, chat.name, date)
  if (index === undefined || index.checked) return []
  const open = openSession(root, chat, date)
  const { path, line } = indexSpot(open, 'checked')
  return [
    ...findTasks(open).map((task) => ({
      path: task.path,
      line: task.line + 1,
      text: sayTask(task, chat.zone),
    })),
    {
      path,
      line: line + 1,
      text: `${path}:${line + 1}: checked: no: write yes once you have read the transcript over`,
    },
  ]
}

/** The file on the code host's website, where a workflow of GitHub runs; undefined anywhere else. */
export function findLink(
  { path, line }: EyeLine,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: branch } = env
  if (!server || !repository || !branch) return undefined
  const file = [...branch.split('/'), ...path.split('/')].map(encodeURIComponent).join('/')
  return `${server}/${repository}/blob/${file}?plain=1#L${line}`
}
