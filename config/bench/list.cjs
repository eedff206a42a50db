// What crosses from the logic to the screen (setData) for the same list of cards: as Taro sends it for our native card, and as a page
// written by hand sends it. Only the list: what stands around it on a page is not counted.
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { runInNewContext } = require('node:vm')
const { document } = require('./runtime.cjs')

/** Cards as 我的点单 draws them. */
const cardsOf = count =>
  Array.from({ length: count }, (_, place) => ({
    id: `3f9c1e7a5b2d4c6e8f${String(place).padStart(2, '0')}`,
    icon: 'utensils',
    title: '送饭 · 今天 10:30-11:00',
    place: '金星小区 3号楼',
    lines: ['社区食堂取'],
    standing: '等书记派单 · 12 分钟',
    tone: 'waiting',
    at: '10:30 前',
    action: '催一催',
  }))

/** The same card after 接单. */
const changed = card => ({ ...card, standing: '王师傅去拿了', tone: 'going', action: undefined })

const bytesOf = sent => sent.map(data => Buffer.byteLength(JSON.stringify(data)))
const turn = () => new Promise(resolve => setTimeout(resolve))

/** Taro's runtime, asked as React asks it. Answers the bytes of every setData: to open the list, and after one card changed. */
async function throughTaro(count) {
  const sent = []
  const root = document.createElement('root')
  root.ctx = { setData: (data, done) => (sent.push(data), done?.()) }
  const cards = cardsOf(count)
  const drawn = cards.map(card => {
    const element = document.createElement('list-card')
    element.setAttribute('card', card)
    root.appendChild(element)
    return element
  })
  root.performUpdate(true)
  await turn()
  const open = bytesOf(sent.splice(0))
  drawn[count - 1].setAttribute('card', changed(cards[count - 1]))
  await turn()
  return { open, change: bytesOf(sent) }
}

/** The page of a folder that holds a mini-program written by hand: it offers `show(cards)` and `change(place, card)`. `sent`: its setData. */
function openByHand(folder) {
  let page
  const file = path.join(folder, 'pages/index/index.js')
  runInNewContext(readFileSync(file, 'utf8'), { Page: options => (page = options) })
  const sent = []
  page.setData = data => sent.push(data)
  return { page, sent }
}

/** Bytes of what such a page sends when it shows what the cloud answered as it came. */
function shownByHand(folder, answer) {
  const { page, sent } = openByHand(folder)
  page.show(answer)
  return bytesOf(sent)[0]
}

/** The same list of cards on such a page. */
async function byHand(folder, count) {
  const { page, sent } = openByHand(folder)
  const cards = cardsOf(count)
  page.show(cards)
  const open = bytesOf(sent.splice(0))
  page.change(count - 1, changed(cards[count - 1]))
  return { open, change: bytesOf(sent) }
}

module.exports = { byHand, cardsOf, changed, shownByHand, throughTaro }
