declare module 'qrcode' {
  /** Draws a QR code as PNG. `width` in pixels. */
  export function toBuffer(
    text: string,
    options: { type: 'png'; width: number; margin: number; errorCorrectionLevel: 'M' },
  ): Promise<Buffer>
}
