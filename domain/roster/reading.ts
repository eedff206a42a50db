import { PhoneNumber, trades, type Trade } from '../person'
import type { FieldName } from './claim'

/** A cell's text as it is compared: full-width letters and digits made narrow, no spaces at either end, inner ones one. */
export function plainText(cell: string): string {
  const narrow = cell.replace(/[！-～]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  return narrow
    .replace(/[\s\u3000\u200b\ufeff]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}

/** A value of a field, or why there is none, in words. */
export type Read = { value: string } | { why: string }

const mostLetters = 30

/** What a cell says of its field: the one way in which the roster writes it. An empty cell says nothing (''). */
export function readField(field: FieldName, cell: string): Read {
  const said = plainText(cell)
  if (said === '') return { value: '' }
  if (field === 'phone') return readPhone(said)
  if (field === 'trade') return { value: tradeIn(said) }
  if (field === 'partyMember') return readYesNo(said)
  const value = field === 'firm' ? firmName(said) : field === 'plate' ? plateNumber(said) : said
  return [...value].length > mostLetters ? { why: `“${[...value].slice(0, 8).join('')}…”太长了` } : { value }
}

/** 1.39E+10: a program has rounded the number, and its last digits are lost. */
const rounded = /^\d(\.\d+)?e\+?\d+$/i

function readPhone(said: string): Read {
  if (rounded.test(said)) return { why: '电话成了科学计数法，尾数丢了' }
  const bare = said.replace(/^\+?86[- ]?(?=1\d)/, '').replace(/\.0+$/, '')
  // 0858-1234567 keeps its dash; a mobile has none.
  const digits = /^0\d{2,3}-\d{7,8}$/.test(bare) ? bare : bare.replace(/[-\s().·]/g, '')
  return PhoneNumber.safeParse(digits).success ? { value: digits } : { why: `电话“${said.slice(0, 16)}”不对` }
}

const yes = /^(是|有|对|√|✓|y|yes|1|true|党员|中共党员|预备党员|中共预备党员|正式党员)$/i
const no = /^(否|无|不是|没有|×|x|n|no|0|false|群众|团员|共青团员|-|\/)$/i

function readYesNo(said: string): Read {
  if (yes.test(said)) return { value: '是' }
  return no.test(said) ? { value: '否' } : { why: `是不是党员写的是“${said.slice(0, 8)}”` }
}

const tradeWords: readonly (readonly [Trade, RegExp])[] = [
  ['takeaway', /外卖|骑手|送餐|配送员|美团|饿了么/],
  ['courier', /快递|邮政|投递|揽收|派件/],
  ['hailing', /网约车|滴滴|出租|代驾|顺风车/],
  ['truck', /货车|货运|卡车|物流|货拉拉/],
  ['media', /新媒体|主播|直播|网红|自媒体/],
]

/** The trade a word speaks of; what is none of the five is 其他. */
export const tradeIn = (said: string): Trade =>
  tradeWords.find(([trade, words]) => words.test(said) || said === trades[trade])?.[0] ?? 'other'

/** A firm's name without what only looks different: width of brackets, spaces. */
export const firmName = (said: string): string =>
  plainText(said).replace(/ /g, '').replace(/\(/g, '（').replace(/\)/g, '）')

const plateNumber = (said: string): string => said.replace(/[\s·.-]/g, '').toUpperCase()
