import { goodsElsewhere } from '../goods'
import type { Errand } from '../record'
import { mealSources, tastes } from './meal'
import { isSent } from './parcel'
import { legWord } from './ride'
import { ifNone, lineWords } from './shopping'

type Words = Readonly<Record<string, string>>
const wordFor = (names: Words, name: string): string => names[name] ?? name

/** What its kind was answered with, a line each, as far as the reader was given it: 口味, 买什么, 没有就, 准考证; the place of an examination stands in its one line. */
export function ofKindWords({ meal, medicine, shopping, ride }: Errand): [name: string, words: string][] {
  return [
    ...(meal ? ([['哪儿做的', wordFor(mealSources, meal.source)]] satisfies [string, string][]) : []),
    ...lineOf('口味', meal?.tastes?.map(taste => wordFor(tastes, taste)).join('，')),
    ...lineOf('开药付钱', medicine?.paid && '都好了'),
    ...lineOf('买什么', shopping?.lines.map(lineWords).join('\n')),
    ...lineOf('没有就', shopping?.ifNone && wordFor(ifNone, shopping.ifNone)),
    ...lineOf('哪一程', ride && legWord(ride)),
    ...lineOf('准考证', ride?.ticketAt),
  ]
}

const lineOf = (name: string, words: string | false | undefined): [string, string][] => (words ? [[name, words]] : [])

/** The same in one line, for whoever carries it: 少盐，软一点 · 鸡蛋 10 个、牛奶 2 盒 · 没有就打电话问. */
export function carriedWords({ meal, shopping, ride }: Errand): string[] {
  return [
    meal?.tastes?.map(taste => wordFor(tastes, taste)).join('，'),
    shopping?.ifNone && `没有就${wordFor(ifNone, shopping.ifNone)}`,
    ride?.ticketAt && `准考证：${ride.ticketAt}`,
  ].filter((words): words is string => typeof words === 'string' && words !== '')
}

/** Of what is carried: every line of what is to be bought, else its one line; 拿药 says all there is to say of itself. */
export function loadOf({ kind, what, shopping }: Errand): string | undefined {
  if (shopping) return shopping.lines.map(lineWords).join('、')
  return kind === 'medicine' ? undefined : what
}

/** What is to be done where: 去社区食堂拿; of what is sent, 上门拿，到南门快递驿站寄; 东西在门卫那里 where somebody before him left it. */
export function fetchWords(e: Errand): string {
  const goods = goodsElsewhere(e)
  const from = goods && `东西在${goods}`
  return isSent(e) ? `${from ?? '上门拿'}，到${e.pickUp ?? '快递驿站'}寄` : (from ?? `去${e.pickUp ?? '取货'}拿`)
}
