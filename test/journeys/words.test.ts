import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { askForLunch } from './asking'
import type { Handset } from './handset'
import { onStage } from './opened'
import { wordsAt } from './reading'

const journey = onStage()

const pages = join(__dirname, '../../src/pages')
/** Every page of the product is a folder with its config. */
const paths = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('index.config.ts'))
  .map(file => `/pages/${file.replace('.config.ts', '')}`)
  .sort()

const forbidden = /抢单|大厅|运费|下单支付|排行|学习时长|打卡|敬请期待|骑手/
const broken = /undefined|NaN|\[object|Invalid/

const town = { station: 's-jinxing-red', code: 'L9FR9H' }

/** What each page is opened with, so that it shows more than 没找到. */
const opened: Record<string, string> = {
  '/pages/station/one/index': `?id=${town.station}`,
  '/pages/station/keep/index': `?id=${town.station}`,
  '/pages/station/arrive/index': `?code=${town.code}`,
}

/** What one person reads on all pages that should not be there. */
async function oddities(phone: Handset, person: string, asked: Record<string, string>): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const words = await wordsAt(phone, `${path}${asked[path] ?? opened[path] ?? ''}`)
    if (words.trim() === '') found.push(`${person}, ${path}: nothing`)
    for (const odd of [forbidden, broken]) {
      const word = odd.exec(words)?.[0]
      if (word) found.push(`${person}, ${path}: ${word}`)
    }
  }
  return found
}

test(
  'no page says a forbidden word or shows its inside to anybody',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await askForLunch(family, '爸爸', '14:00-14:30')
    await family.open('看这一单', '这一单')
    const one = await family.query()
    await family.back()
    await family.arrives('新邻')
    await family.open(/谁看过我家地址/, '家里老人')
    await family.open(/^谁看过我家地址/, '谁看过我家地址')
    const looks = await family.query()
    await family.back()
    await family.arrives('家里老人')
    await family.back()
    await rider.turnTo('学习')
    await rider.open(/^班前三分钟/, '指尖课堂')
    const lesson = await rider.query()
    const asked = {
      '/pages/errand/one/index': one,
      '/pages/household/looks/index': looks,
      '/pages/study/read/index': lesson,
    }
    const hands: [Handset, string][][] = [
      [
        [family, '王女士'],
        [desk, '李书记'],
        [rider, '张师傅'],
      ],
      [
        [family, '何阿姨'],
        [desk, '周店员'],
      ],
    ]
    const found: string[] = []
    for (const round of hands) {
      for (const [phone, person] of round) await phone.give(person)
      const read = await Promise.all(round.map(([phone, person]) => oddities(phone, person, asked)))
      found.push(...read.flat())
    }
    expect(paths.length).toBeGreaterThan(15)
    expect(found).toEqual([])
    expect(visitor.complaints).toEqual([])
  }),
)
