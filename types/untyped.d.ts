// Packages without types of their own: the part that is used here.
declare module 'pngjs' {
  export class PNG {
    static sync: { read(file: Uint8Array): PNG; write(picture: PNG): Buffer }
    constructor(size?: { width?: number; height?: number })
    width: number
    height: number
    data: Buffer
  }
}
