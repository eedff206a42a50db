/** An icon of lucide-static (ISC licence), bundled as its text. */
declare module '*.svg' {
  const drawing: string
  export default drawing
}
