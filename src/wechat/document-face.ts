/** A file that the person has chosen; it leaves the phone with `upload` only. */
export interface Chosen {
  name: string
  /** In bytes. */
  size: number
  /** Puts it into the cloud's folder `sheet/`. @returns its fileID @throws OFFLINE, BROKEN */
  upload(): Promise<string>
}

/** Files of office programs: chosen from a chat or a disk, opened, sent. Apart from `wechat`, so that only pages that need it carry it. */
export interface Documents {
  /** 选文件, with one of these endings (`xlsx`, `csv`); nothing when the person turned back. @throws NOT_ALLOWED, NOT_GIVEN */
  chooseDocument(endings: readonly string[]): Promise<Chosen | undefined>
  /** Fetches the file behind a link that a function made and opens it; from there it can be sent on and printed. @throws OFFLINE, NOT_GIVEN */
  openDocument(url: string, name: string): Promise<void>
  /** Sends a text as a file into a chat of the person's own choice. @throws NOT_GIVEN */
  shareText(name: string, text: string): Promise<void>
}
