import { mirrorRecordChange, type PieceRecord, readMirrorRecord } from '../content/mirror-records.ts'
import { writeTogether } from '../content/transaction.ts'
import type { Piece } from '../mirrors/mirror.ts'
import type { Job } from './find-jobs.ts'

/** Writes down what became of a piece; undefined where nothing of it stands there any more. */
export type KeepRecord = (job: Job<Piece>, key: string, record: PieceRecord | undefined) => void

/** Reads the file each time, so that records of one session are never lost to each other. */
export function openRecords(root: string, place: string): KeepRecord {
  return ({ chat, date }, key, record) => {
    const at = { chat: chat.name, date, place }
    const records = new Map(readMirrorRecord(root, at))
    if (record) records.set(key, record)
    else records.delete(key)
    writeTogether(root, `mirror-${chat.name}-${date}`, [mirrorRecordChange(root, at, records)])
  }
}
