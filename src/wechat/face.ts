import type { Fix } from '@domain/place'

/** A card for the group: title, where it leads (a path from paths.ts), its picture 5:4, and what it is about. */
export interface Card {
  title: string
  path: string
  /** A file of ours or a cloud URL. Without one our plain picture is sent: WeChat's own would be a screenshot with an address in it. */
  picture?: string
  kind: string
}

/** One reading of the location, or why there is none: the person refused, or the phone gave nothing. */
export type Located = { ok: true; fix: Fix } | { ok: false; why: 'refused' | 'off' }

/** Something was written in the cloud: in which collection, and for which community where it belongs to one. */
export interface Change {
  collection: string
  communityId?: string
}

/** Takes the listener off again. */
export type Stop = () => void

/** What stays on this phone, for the person who holds it. */
export interface Storage {
  get(name: string): unknown
  set(name: string, value: unknown): void
  remove(name: string): void
}

/** What only WeChat can do; in H5 the stage plays WeChat's part. */
export interface WeChat {
  /** 发到群里: true when a chat was chosen. WeChat itself sends from a `<Button openType="share">` and never says how it ended: true there. */
  share(card: Card): Promise<boolean>
  /** The card that 转发 sends from now on; `useShare` says it for a page. */
  offerShare(card: Card | undefined): void
  /** The card offered last. */
  offered(): Card | undefined
  /** 有进展用微信告诉我. Call it first thing in a tap: after an `await` WeChat refuses to ask. */
  subscribe(): Promise<boolean>
  /** The text or page behind a scanned code; nothing when the person turned back. */
  scan(): Promise<string | undefined>
  /** Where the phone is, GCJ-02. Only on a tap. */
  locate(): Promise<Located>
  phoneCall(number: string): Promise<void>
  /**
   * Chosen or taken, made small, uploaded; nothing when the person turned back.
   * @throws OFFLINE, BROKEN when it could not be uploaded.
   */
  photo(): Promise<{ fileId: string } | undefined>
  /** WeChat's font setting as a factor from 1 to 1.4. */
  fontScale(): number
  /** Tells when the font setting changed while we run. */
  onFontScale(listener: (scale: number) => void): Stop
  storage: Storage
  /** Tells once it is known whose phone this is: only then can `storage` be read. In WeChat that is so from the start. */
  onPerson(listener: () => void): Stop
  /** Something changed in the cloud. WeChat has no such messages: there a screen asks again when it is shown or pulled. */
  onChanged(listener: (change: Change) => void): Stop
  /** The stage opens a page, as a tapped card or notice does. */
  onOpen(listener: (path: string) => void): Stop
  /** The stage's bar has the arrow back. */
  onBack(listener: () => void): Stop
  /** The words in the bar above the page. */
  title(text: string): void
  /** Tells the stage that a write came through. */
  acted(area: string, verb: string): void
}
