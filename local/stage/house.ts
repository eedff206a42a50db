import { shownAsked } from './asked'
import { noticeOf } from './notices'
import { changed, type Hub } from './events'
import { openTown, type OpenTown, type Places } from './open-town'
import { isEmpty, restore } from './restore'
import { openStoryteller, type Story, type Storyteller } from './story'

/** The town that is being played, and what follows it: changes, notices and errands told to the stages that are open. */
export interface House {
  /** Undefined for the moment in which 重新开始 replaces it. */
  open(): OpenTown | undefined
  story(): Story
  /** Looks at a community's errands again and tells; looks that come meanwhile become one. */
  look(communityId: string): void
  /** Rings the clock function while somebody looks on. */
  ring(on: boolean): void
  startAgain(): Promise<void>
  close(): Promise<void>
}

/** How often the clock function is rung; at Tencent it is once a minute (local/README.md). */
const ringMs = 5000

/** Opens the town of the data folder, made from the seed when there is none. @throws Error when the folder cannot be used */
export async function openHouse(places: Places & { seedDir: string }, hub: Hub): Promise<House> {
  if (isEmpty(places.dataDir)) restore(places.seedDir, places.dataDir)
  let playing: { open: OpenTown; teller: Storyteller; deafen(): void } | undefined = await play()
  let stopRinging: (() => void) | undefined
  const looking = new Map<string, 'busy' | 'again'>()

  async function play() {
    const open = await openTown(places)
    const teller = openStoryteller(open, story => hub.tell({ kind: 'story', story }))
    const offChange = open.cloud.changes.on(change => {
      hub.tell(changed(change))
      if (change.collection === 'errands' && change.communityId !== undefined) look(change.communityId)
    })
    const offNotice = open.cloud.wechat.onNotice(notice => hub.tell({ kind: 'notice', notice: noticeOf(notice) }))
    const offAsked = open.cloud.wechat.onAsked(asked => hub.tell({ kind: 'asked', asked: shownAsked(asked) }))
    const deafen = () => [offChange, offNotice, offAsked].forEach(off => off())
    return { open, teller, deafen }
  }

  function look(communityId: string): void {
    if (hub.count() === 0) return
    if (looking.has(communityId)) return void looking.set(communityId, 'again')
    looking.set(communityId, 'busy')
    void lookNow(communityId).finally(() => {
      const again = looking.get(communityId) === 'again'
      looking.delete(communityId)
      if (again) look(communityId)
    })
  }

  // A look that fails is a look missed: the stage goes on, and the next change looks again.
  async function lookNow(communityId: string): Promise<void> {
    await playing?.teller.look(communityId).catch(() => undefined)
  }

  function ring(on: boolean): void {
    stopRinging?.()
    stopRinging = on ? playing?.open.cloud.startTimers({ everyMs: ringMs }) : undefined
    const home = playing?.open.town.community.id
    if (on && home !== undefined) look(home)
  }

  return {
    open: () => playing?.open,
    story: () => playing?.teller.read() ?? { calls: [] },
    look,
    ring,
    async startAgain() {
      const before = playing
      if (!before) return
      playing = undefined
      ring(false)
      before.deafen()
      await before.open.close()
      restore(places.seedDir, places.dataDir)
      playing = await play()
      ring(hub.count() > 0)
      hub.tell({ kind: 'restarted' })
    },
    async close() {
      ring(false)
      playing?.deafen()
      await playing?.open.close()
    },
  }
}
