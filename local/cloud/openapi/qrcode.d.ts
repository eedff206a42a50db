declare module 'qrcode' {
  /** Draws a QR code as PNG. `width` in pixels; `filterType` 0 packs the rows as they are. */
  export function toBuffer(
    text: string,
    options: {
      type: 'png'
      width: number
      margin: number
      errorCorrectionLevel: 'M'
      rendererOpts?: { filterType: 0 }
    },
  ): Promise<Buffer>
}
