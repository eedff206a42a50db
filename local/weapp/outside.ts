/** Why WeChat gives no location: the person refused, or the phone gave nothing. */
export type Located =
  { ok: true; fix: { lat: number; lng: number; accuracyMetres: number } } | { ok: false; why: 'refused' | 'off' }

/** The world around a phone that runs a mini-program: its cloud, its keeper's fingers, its drawer. */
export interface Outside {
  /** wx.cloud.callFunction. @throws what the phone sees: an error with `errCode` and `errMsg` */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** The file at this path goes to the cloud. @returns its fileID */
  uploadFile(cloudPath: string, filePath: string): Promise<string>
  /** What was scanned; nothing when the person turned back. */
  scan(): Promise<string | undefined>
  locate(): Promise<Located>
  /** False when the person turned back before dialling. */
  dial(number: string): Promise<boolean>
  /** The templates that the person allowed. */
  subscribe(templates: string[]): Promise<boolean>
  /** A chosen or taken picture, by the path of its temporary file; nothing when the person turned back. */
  choosePicture(): Promise<string | undefined>
  pictureSize(path: string): Promise<{ width: number; height: number }>
  compressPicture(path: string, to: { quality: number; width?: number; height?: number }): Promise<string>
  /** 发到群里: the card that the page offers. */
  share(card: { title: string; path: string; picture?: string }): void
  /** What stays on the phone, as text. */
  drawer: { get(name: string): string | undefined; set(name: string, text: string): void; remove(name: string): void }
  /** WeChat's font setting, 1 to 1.4. */
  fontScale(): number
  /** The words in the bar above the page have changed. */
  title(words: string): void
  /** Another page lies on top. */
  turned(): void
}
