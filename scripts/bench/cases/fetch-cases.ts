import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listDates } from '../../content/folder.ts'
import { benchChat } from '../generate/bench-chat.ts'
import type { Case } from '../measure/compare.ts'
import { ownCommand, project } from './places.ts'

type FetchCase = {
  readonly size: string
  /** Folder with the chat's settings, into which is fetched. */
  readonly root: string
  readonly chat: string
  /** Recorded answers. */
  readonly from: string
  readonly runs: number
}

/** Recorded answers of a real chat, where they stand beside the project. */
const recorded = join(project, '../shared/data/chats/docnow-2016-07-14')

/** Undefined where the recording is not there. */
export function findDocnowFetch(cache: string, runs: number): FetchCase | undefined {
  if (!existsSync(recorded)) return undefined
  const root = join(cache, 'docnow')
  mkdirSync(join(root, 'content/docnow'), { recursive: true })
  writeFileSync(join(root, 'content/docnow/chat.yaml'), docnowYaml)
  return { size: 'docnow, 360 posts', root, chat: 'docnow', from: recorded, runs }
}

const docnowYaml = `hashtags: "#DocNowCommunity"
zone: America/New_York
weekday: Thursday
time: 15:00
minutes: 60
questions: 8
hosts: "@documentnow"
`

export function generatedFetch(root: string, runs: number): FetchCase {
  return { size: 'generated, 300 posts', root, chat: benchChat, from: join(root, 'answers'), runs }
}

/** From answers on disk to markdown, where nothing stands yet. */
export function fetchCase({ size, root, chat, from, runs }: FetchCase): Case {
  const prepare = () => {
    for (const date of listDates(root, chat)) rmSync(join(root, 'content', chat, date), { recursive: true })
  }
  const command = ownCommand('fetch.ts', root, ['--chat', chat, '--from', from])
  return { task: 'fetch to markdown', size, runs, contenders: [{ name: 'this project', command, prepare }] }
}
