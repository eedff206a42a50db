import Papa from 'papaparse'
import { mostRows } from '@domain/roster/list'
import { refused } from './read'

/**
 * A text as its bytes say it was written: UTF-16 by its mark or by its zeros, UTF-8, else GB18030 (what Excel saves in China, GBK within it).
 * @throws NO_SHEET when it is none of these
 */
function decoded(bytes: Buffer): string {
  const zeros = [...bytes.subarray(0, 200)].filter(byte => byte === 0).length
  const encodings =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? ['utf-16be']
      : (bytes[0] === 0xff && bytes[1] === 0xfe) || zeros > 20
        ? ['utf-16le']
        : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // Not written in this one.
    }
  }
  throw refused('文字编码认不出，请另存为 xlsx 再选')
}

/** The rows of a text with commas, tabs or semicolons. @throws NO_SHEET */
export function csvRows(bytes: Buffer): string[][] {
  const text = decoded(bytes)
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw refused('这是网页存成的表，请另存为 xlsx 再选')
  const { data } = Papa.parse<string[]>(text, { delimiter: dividerIn(text), preview: mostRows + 100 })
  return data
}

/** What divides the cells of the first line that has any; papaparse's own guess is led astray by an empty last line. */
function dividerIn(text: string): string {
  const first = text.split(/[\r\n]+/, 20).find(line => /[,\t;]/.test(line)) ?? ''
  const times = (divider: string) => first.split(divider).length
  return [',', '\t', ';'].reduce((best, one) => (times(one) > times(best) ? one : best))
}
