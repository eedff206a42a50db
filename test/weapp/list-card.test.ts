/** @jest-environment jsdom */
import path from 'node:path'
import { waitFor } from '@testing-library/dom'

const native = path.resolve('src/components/ListCard/native/index')
const card = {
  id: 'e1',
  icon: 'utensils',
  title: '送饭 · 今天 10:30-11:00',
  place: '金星小区 3号楼',
  lines: ['社区食堂取', '一份饭'],
  standing: '等您答应 · 12 分钟',
  tone: 'waiting',
  at: '10:30 前',
  action: '接单',
  quiet: '这次不行',
}

/** The part of miniprogram-simulate that is used; its own types would declare WeChat's globals for the whole tree. */
interface Drawn {
  dom: HTMLElement
  attach(parent: HTMLElement): void
  addEventListener(event: string, listener: (event: { detail: { id: string } }) => void): void
  querySelector(selector: string): { dispatchEvent(event: string): void } | undefined
}
interface Simulate {
  load(file: string, tag: string): string
  render(id: string, properties: object): Drawn
}
const simulate = jest.requireActual<Simulate>('miniprogram-simulate')

/** miniprogram-simulate loads a component only once in a file: jest's module cache hides it the second time. */
const loaded = simulate.load(native, 'list-card')

function draw(said: object) {
  const drawn = simulate.render(loaded, { card: said })
  drawn.attach(document.createElement('div'))
  const told: string[] = []
  for (const event of ['open', 'act', 'quiet']) {
    drawn.addEventListener(event, ({ detail }) => told.push(`${event} ${detail.id}`))
  }
  const tap = (part: string) => drawn.querySelector(part)?.dispatchEvent('tap')
  return { drawn, told, tap, words: () => (drawn.dom.textContent ?? '').replace(/\s/g, '') }
}

test('the native card says the same as its twin in the browser', () => {
  const { drawn, words } = draw(card)
  const said = [card.title, card.at, card.place, ...card.lines, card.standing, card.action, card.quiet]
  expect(words()).toBe(said.join('').replace(/\s/g, ''))
  expect(drawn.dom.innerHTML).toContain('kind-square--utensils')
  expect(drawn.dom.innerHTML).toContain('icon-hourglass')
})

test('it tells which part was tapped', async () => {
  const { told, tap } = draw(card)
  tap('.list-card__open')
  tap('.button--primary')
  tap('.button--text')
  await waitFor(() => expect(told).toEqual(['open e1', 'act e1', 'quiet e1']))
})

test('an action that is under way is not taken twice', async () => {
  const { drawn, told, tap } = draw({ ...card, busy: true })
  tap('.button--primary')
  tap('.button--text')
  await waitFor(() => expect(told).toEqual(['quiet e1']))
  expect(drawn.dom.innerHTML).toContain('icon-loader')
})

test('stuck is an edge, an icon and a word; what is absent is not drawn', () => {
  const { drawn, words } = draw({ id: 'e2', icon: 'pill', title: '拿药', standing: '没人接', tone: 'stuck' })
  expect(words()).toBe('拿药没人接')
  expect(drawn.dom.innerHTML).toContain('list-card--stuck')
  expect(drawn.dom.innerHTML).toContain('icon-triangle-alert')
})

interface Sent {
  open: number[]
  change: number[]
}
const list = jest.requireActual<{ throughTaro(count: number): Promise<Sent>; cardsOf(count: number): object[] }>(
  '../../config/bench/list.cjs',
)

test('the first screen of a list is sent once, in 3 KB; one card that changed in 300 bytes', async () => {
  const first = await list.throughTaro(10)
  expect(first.open.length).toBe(1)
  expect(first.open[0]).toBeLessThanOrEqual(3072)
  const all = await list.throughTaro(50)
  expect(all.change.length).toBe(1)
  expect(all.change[0]).toBeLessThanOrEqual(300)
})

test('the cards that are measured are cards that people see', () => {
  const [measured] = list.cardsOf(1)
  const { words } = draw(measured ?? {})
  expect(words()).toContain('等书记派单·12分钟')
  expect(words()).toContain('催一催')
})
