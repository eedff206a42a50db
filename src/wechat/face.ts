import type { Fix } from '@domain/place'
import type { Answers, TemplateName } from '@domain/template'

/** A card for the group: title, where it leads (a path from paths.ts), its picture 5:4, and what it is about. */
export interface Card {
  title: string
  path: string
  /** A file of ours or a cloud URL. Without one our plain picture is sent: WeChat's own would be a screenshot with an address in it. */
  picture?: string
  kind: string
  /** Makes the card a live one (动态消息) for one person wanted; answers its id. Nothing: an ordinary card. */
  live?: () => Promise<string | undefined>
}

/**
 * Why WeChat gave nothing: the person said no to this (`refused`), closed the privacy text (`privacy`), did so within the last ten seconds,
 * in which WeChat stays silent (`soon`); the operator has not declared it (`undeclared`); the phone itself gives nothing (`off`); or the
 * person turned back (`left`), of which nothing is said.
 */
export type Why = 'refused' | 'privacy' | 'soon' | 'undeclared' | 'off' | 'left'

/** What WeChat gave, or why it did not. */
export type Got<T> = { ok: true; value: T } | { ok: false; why: Why }

/** The network as the phone has it. */
export type Network = 'good' | 'weak' | 'none'

/**
 * What came of WeChat's dialog of 订阅消息: the answer to each template; and `off` when the person has switched every message of ours off in
 * WeChat, `unasked` when WeChat did not ask (no network, the app left meanwhile).
 */
export interface Subscribed {
  answers: Answers
  why?: 'off' | 'unasked'
}

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
  /** False when the phone is full: the value is not kept. */
  set(name: string, value: unknown): boolean
  remove(name: string): void
  /** Everything of whoever holds the phone. */
  clear(): void
}

/** What only WeChat can do; in H5 the stage plays WeChat's part. */
export interface WeChat {
  /** 发到群里: true when a chat was chosen. WeChat itself sends from a `<Button openType="share">` and never says how it ended: true there. */
  share(card: Card): Promise<boolean>
  /** The card that 转发 sends from now on; `useShare` says it for a page. */
  offerShare(card: Card | undefined): void
  /** The card offered last. */
  offered(): Card | undefined
  /** 有进展用微信告诉我, for one to five templates. Call it first thing in a tap: after an `await` WeChat refuses to ask. */
  subscribe(names: readonly TemplateName[]): Promise<Subscribed>
  /** Templates that the person has allowed once and for all: asking for them opens no dialog. Known after the first asking. */
  alwaysAllowed(): readonly TemplateName[]
  /** The text or page behind a scanned code; nothing when the person turned back. @throws NOT_ALLOWED without a camera */
  scan(): Promise<string | undefined>
  /** Where the phone is, GCJ-02. Only on a tap. */
  locate(): Promise<Got<Fix>>
  /** A CloudID of the group from whose card this page was opened, for the cloud alone to read; nothing when there was none. Only on a tap. */
  groupEntry(): Promise<string | undefined>
  /** Asks for the privacy text where WeChat's own control would not: before a nickname. True when it is agreed. */
  agree(): Promise<boolean>
  /** 隐私保护指引, as declared with WeChat. */
  openContract(): Promise<void>
  /** WeChat's page where a refusal is taken back. Only on a tap. */
  openSettings(): Promise<void>
  phoneCall(number: string): Promise<void>
  /**
   * Chosen or taken, made small, and kept on this phone until `dropPhoto`: where it lies. Nothing when the person turned back.
   * @throws NOT_ALLOWED, NOT_GIVEN when WeChat gave no camera.
   */
  takePhoto(): Promise<string | undefined>
  /** Puts a kept photo into the cloud at this path. @throws OFFLINE, TIMED_OUT; BROKEN when it will never go; PHOTO_GONE when the phone has it no more */
  sendPhoto(kept: string, cloudPath: string): Promise<{ fileId: string }>
  /** The phone need not keep it any more. */
  dropPhoto(kept: string): void
  /** WeChat's font setting as a factor from 1 to 1.4. */
  fontScale(): number
  /** Tells when the font setting changed while we run. */
  onFontScale(listener: (scale: number) => void): Stop
  storage: Storage
  /** How the network is, and when it changes. */
  network(): Network
  onNetwork(listener: (network: Network) => void): Stop
  /** Tells when WeChat has fetched a newer version and the person wants it now; asks him first. In H5 there is none. */
  keepCurrent(): void
  /** One line for who keeps the product running: codes, verbs and states only, see client/log.ts. */
  log(line: Readonly<Record<string, string>>): void
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
