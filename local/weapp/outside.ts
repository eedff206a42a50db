import type { Network, No } from './wx/words'

/** What WeChat gives with the person's leave, or why it does not. */
export type Given<T> = { ok: true; value: T } | { ok: false; no: No }

/** One reading of the location, GCJ-02. */
export interface Fix {
  lat: number
  lng: number
  accuracyMetres: number
}

/**
 * A card that is sent to a chat; `activity`: a live one (动态消息), whose line changes; `ticket`: a page opened from it can learn which group it
 * lay in.
 */
export interface Card {
  title: string
  path: string
  picture?: string
  activity?: string
  ticket?: true
}

/** What the person has decided in WeChat's own settings of this mini-program. */
export interface Setting {
  /** By scope (`scope.userLocation`); what was never asked is absent. */
  scopes: Readonly<Record<string, boolean>>
  /** False: every message is switched off. */
  messages: boolean
  /** Templates that are allowed once and for all. */
  always: readonly string[]
}

/** The world around a phone that runs a mini-program: its cloud, its keeper's fingers, its drawer. */
export interface Outside {
  /** wx.cloud.callFunction. @throws what the phone sees: an error with `errCode` and `errMsg` */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** The file at this path goes to the cloud. @returns its fileID */
  uploadFile(cloudPath: string, filePath: string): Promise<string>
  /** What was scanned. */
  scan(): Promise<Given<string>>
  locate(): Promise<Given<Fix>>
  /** False when the person turned back before dialling. */
  dial(number: string): Promise<boolean>
  /** WeChat's word for each template, by its id: `accept`, `reject`, `ban`, `filter`. */
  subscribe(templates: string[]): Promise<Given<Readonly<Record<string, string>>>>
  /** A chosen or taken picture, by the path of its temporary file. */
  choosePicture(): Promise<Given<string>>
  /** 头像: a chosen face, by the path of its temporary file; WeChat tells of no refusal. */
  chooseFace(): Promise<string | undefined>
  /** A file chosen from a chat, with one of these endings. */
  chooseFile(endings: readonly string[]): Promise<Given<{ path: string; name: string; size: number }>>
  /** Fetches what is behind a link. @returns the path of the temporary file; nothing without a network */
  download(url: string): Promise<string | undefined>
  /** Opens a file under its name: a document to look at, or in a chat that the person chooses. False when he turned back. */
  hand(file: { name: string; path: string } | { name: string; text: string }): Promise<boolean>
  /** 手机号: the code that the cloud exchanges for the number. */
  phoneCode(): Promise<Given<string>>
  /** The CloudID of the WeChat group from whose card the app was opened. */
  groupEntry(): Promise<Given<string>>
  /** The privacy text before a nickname. */
  agree(): Promise<Given<true>>
  /** 隐私保护指引. */
  openContract(): Promise<void>
  /** WeChat's page where a refusal is taken back. */
  openSettings(): Promise<void>
  setting(): Setting
  network(): Network
  pictureSize(path: string): Promise<{ width: number; height: number }>
  compressPicture(path: string, to: { quality: number; width?: number; height?: number }): Promise<string>
  /** 发到群里: the card that the page offers. */
  share(card: Card): void
  /** What stays on the phone, as text. `set` is false when the phone is full. */
  drawer: {
    get(name: string): string | undefined
    set(name: string, text: string): boolean
    remove(name: string): void
    clear(): void
  }
  /** 实时日志: what is written for who keeps the product running. */
  log(level: string, words: readonly unknown[]): void
  /** WeChat's font setting, 1 to 1.4. */
  fontScale(): number
  /** The words in the bar above the page have changed. */
  title(words: string): void
  /** Another page lies on top. */
  turned(): void
}
