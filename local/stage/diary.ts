import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from '../../domain/zod'
import { Message } from './group'

/** What the elder on the landline was told last. */
const Heard = z.object({ words: z.string(), at: z.number() })

/** What the stage itself remembers of a town, over restarts. Everything else is the product's. */
const Diary = z.object({
  messages: z.array(Message),
  heard: z.optional(Heard),
  /** The errand at the foot of the stage. */
  errandId: z.optional(z.string()),
  /** The latest moment the town has lived through, epoch ms of its clock. */
  lastAt: z.number(),
})
export type Diary = z.infer<typeof Diary>

/** The most lines of the group that are kept. */
const most = 200

export interface DiaryFile {
  read(): Diary
  write(change: Partial<Diary>): void
  /** Adds a line to the group and answers it with its number. */
  say(line: Omit<Message, 'id'>): Message
}

/**
 * Opens `stage.json` in the data folder; undefined in a town that nobody has opened yet.
 * @throws Error when the file is there but is not a diary
 */
export function openDiary(dataDir: string): { diary: DiaryFile; isNew: boolean } {
  const file = join(dataDir, 'stage.json')
  const kept = readKept(file)
  let now: Diary = kept ?? { messages: [], lastAt: 0 }

  function write(change: Partial<Diary>): void {
    now = { ...now, ...change }
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(now))
    renameSync(`${file}.new`, file)
  }

  const diary: DiaryFile = {
    read: () => now,
    write,
    say(line) {
      const message = { ...line, id: (now.messages.at(-1)?.id ?? 0) + 1 }
      write({ messages: [...now.messages, message].slice(-most) })
      return message
    },
  }
  return { diary, isNew: kept === undefined }
}

function readKept(file: string): Diary | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const read = z.safeParse(Diary, JSON.parse(text))
  if (!read.success) throw new Error('stage.json is not as it should be')
  return read.data
}
