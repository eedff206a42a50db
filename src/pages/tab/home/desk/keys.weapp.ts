/** WeChat hands a page no key strokes; the buttons do everything. */
export function useKeys(_strokes: Readonly<Record<string, () => void>>): void {}
