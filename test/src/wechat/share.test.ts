import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { kindNames, kinds, type Errand } from '@domain/errand/record'
import { momentOf } from '@domain/time'
import { shareCardOf } from '@/components/ErrandActions'
import { paths } from '@/client'

const root = resolve(__dirname, '../../..')
const now = momentOf('2026-03-01', '10:07')

/** Everything that may not stand on a card, planted in every field that could carry it. */
const planted = [
  '3号楼',
  '6 楼没电梯',
  '王大爷',
  '爸爸',
  '独居',
  '高血压药',
  '13900000001',
  '桂花',
  '4711',
  '社区食堂',
  '李女士',
  '张师傅',
]
const [building, stairs, elder, calls, knock, what, code, word, digits, pickUp, askedBy, riderName] = planted

const errand = (kind: string): Errand => ({
  id: 'e1',
  state: 'requested',
  communityId: 'c1',
  my: ['family'],
  kind,
  compound: '金星小区',
  when: { from: momentOf('2026-03-01', '10:30'), until: momentOf('2026-03-01', '11:00') },
  building,
  stairs,
  elder,
  calls,
  knock,
  what,
  code,
  word,
  digits,
  pickUp,
  askedBy,
  riderName,
  note: what,
  why: what,
})

test.each([...kindNames, 'of-a-newer-cloud', '__proto__'])(
  'a card of %s says kind, compound and time, and nothing of anybody',
  kind => {
    const card = shareCardOf(errand(kind), paths.errandOne({ id: 'e1' }), now)
    const known = kindNames.find(name => name === kind) ?? 'other'
    expect(card.title).toBe(`${kinds[known].name} · 金星小区 · 今天 10:30-11:00 · 谁顺路？`)
    for (const secret of planted) expect(JSON.stringify(card)).not.toContain(secret)
  },
)

test('a card of an errand of which little is known still says something', () => {
  const { title } = shareCardOf({ id: 'e1', state: 'requested', communityId: 'c1', my: [] }, '/pages/x', now)
  expect(title).toBe('别的事 · 谁顺路？')
})

const src = join(root, 'src')
const files = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
const text = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

/** The files of ours that one file says it imports. */
function importsOf(file: string): string[] {
  const said = [...text(file).matchAll(/from '([@.][^']*)'/g)].map(match => match[1] ?? '')
  return said.flatMap(to => {
    const base = to.startsWith('@/') ? join(src, to.slice(2)) : resolve(dirname(file), to)
    return ['.tsx', '.ts', '.weapp.ts', '/index.tsx', '/index.ts']
      .map(end => base + end)
      .filter(existsSync)
      .slice(0, 1)
  })
}

function reaches(file: string, words: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return text(file).includes(words) || importsOf(file).some(next => reaches(next, words, seen))
}

test('every page with 发到群里 gives WeChat a card, which would else send a picture of the page', () => {
  const pages = files.filter(file => file.endsWith('index.config.ts') && file.includes('/pages/'))
  const sharing = pages.filter(config => reaches(config.replace('.config.ts', '.tsx'), 'openType="share"'))
  const names = sharing.map(file => relative(src, dirname(file))).sort()
  expect(names).toEqual([
    'pages/errand/ask',
    'pages/errand/one',
    'pages/group/bind',
    'pages/membership/invite',
    'pages/study/desk',
    'pages/study/read',
    'pages/study/write',
    'pages/tab/home',
  ])
  for (const config of pages) {
    const page = text(config.replace('.config.ts', '.tsx'))
    const shares = sharing.includes(config)
    expect([config, text(config).includes('enableShareAppMessage: true'), /useShare\(/.test(page)]).toEqual([
      config,
      shares,
      shares,
    ])
  }
})

test('the pictures are 5:4 and small', () => {
  const pictures = files.filter(file => /card(\/\w+)?\.png$/.test(file))
  expect(pictures).toHaveLength(8)
  for (const file of pictures) {
    const header = readFileSync(file)
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([500, 400])
    expect(statSync(file).size).toBeLessThan(15_000)
  }
})
