// `node config/icons.cjs` draws every icon from lucide-static: one picture of all as a CSS mask (text colour, text size), the tab bar's
// PNGs and the pictures of the cards for the group. Run it after changing a list; what it writes is committed.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const sharp = require('sharp')
const { outlineOf } = require('./outline.cjs')

const root = path.resolve(__dirname, '..')
const tabs = ['house', 'map-pin', 'book-open', 'user']
const names = `
  bell bike book-open calendar camera car check chevron-down chevron-left chevron-right circle circle-check circle-x clock cloud-off
  door-open droplets eye hand-helping heart hourglass house list loader map-pin message-circle microwave package pencil phone pill
  plug plus qr-code refresh-cw scan-line send share-2 shield-check shopping-basket star store triangle-alert type umbrella user
  users utensils wrench x
`
  .trim()
  .split(/\s+/)

/** One icon is 24 × 24 in the picture, and 1.25 em on the screen. */
const [box, em, columns] = [24, 1.25, 8]
const rows = Math.ceil(names.length / columns)
const column = place => place % columns
const row = place => Math.floor(place / columns)

const strokes = name => readFileSync(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')

const drawing = (outline, colour, view, size = '') =>
  `<svg xmlns='http://www.w3.org/2000/svg'${size} viewBox='${view}'><path fill='none' stroke='${colour}' stroke-width='2' ` +
  `stroke-linecap='round' stroke-linejoin='round' d='${outline}'/></svg>`

/** All icons side by side, so that what an SVG needs around its lines is carried once. */
function sheet() {
  const outline = names.map((name, place) => outlineOf(strokes(name), column(place) * box, row(place) * box)).join('')
  const svg = drawing(outline, 'red', `0 0 ${columns * box} ${rows * box}`)
  // Only what a stylesheet's double quotes and a URL cannot carry is escaped; the unprefixed property is not needed by any engine.
  const url = svg.replace(/</g, '%3c').replace(/>/g, '%3e')
  return `.icon {
  -webkit-mask-image: url("data:image/svg+xml,${url}");
  -webkit-mask-size: ${columns * em}em ${rows * em}em;
}
`
}

const length = ems => (ems === 0 ? '0' : `${-ems}em`)
const placed = (name, place) =>
  `.icon-${name} {\n  -webkit-mask-position: ${length(column(place) * em)} ${length(row(place) * em)};\n}\n`

async function drawTabs() {
  const folder = path.join(root, 'src/assets/tab')
  mkdirSync(folder, { recursive: true })
  const draw = (name, colour) =>
    Buffer.from(drawing(outlineOf(strokes(name), 0, 0), colour, '-2 -2 28 28', " width='81' height='81'"))
  // One colour and its softened edge: sixteen steps are enough.
  const png = { compressionLevel: 9, palette: true, colours: 16, dither: 0, effort: 10 }
  for (const name of tabs) {
    await sharp(draw(name, '#665D55'))
      .png(png)
      .toFile(path.join(folder, `${name}.png`))
    await sharp(draw(name, '#B3261E'))
      .png(png)
      .toFile(path.join(folder, `${name}-on.png`))
  }
}

/** 送饭 拿药 代买 快递 接送 别的事 and a lesson: icon, its colour and its tint, as in KindSquare. */
const cards = {
  'errand/card/meal': ['utensils', '#8a4b00', '#fff3df'],
  'errand/card/medicine': ['pill', '#1e6e45', '#e7f4ec'],
  'errand/card/shopping': ['shopping-basket', '#5b3e8c', '#f1ecf8'],
  'errand/card/parcel': ['package', '#6b4a2b', '#f4eadf'],
  'errand/card/ride': ['car', '#1d4e89', '#eaf2fb'],
  'errand/card/other': ['hand-helping', '#665d55', '#f3eee6'],
  'study/card': ['book-open', '#1d4e89', '#eaf2fb'],
}

/** One card, 5:4: what it is about and our sign, and nothing of anybody; the title beside it says the rest. */
function cardOf([icon, colour, tint]) {
  const stroke = (name, x, y, size, ink) =>
    `<path transform='translate(${x} ${y}) scale(${size / box})' fill='none' stroke='${ink}' stroke-width='2' ` +
    `stroke-linecap='round' stroke-linejoin='round' d='${outlineOf(strokes(name), 0, 0)}'/>`
  return Buffer.from(
    `<svg xmlns='http://www.w3.org/2000/svg' width='500' height='400'><path fill='#faf7f2' d='M0 0h500v400H0z'/>` +
      `<rect x='150' y='82' width='200' height='200' rx='48' fill='${tint}'/>${stroke(icon, 190, 122, 120, colour)}` +
      `<path stroke='#e8e1d8' stroke-width='2' d='M150 336h76M274 336h76'/>${stroke('house', 234, 320, 32, '#b3261e')}</svg>`,
  )
}

async function drawCards() {
  for (const [name, card] of Object.entries(cards))
    await sharp(cardOf(card))
      .png({ compressionLevel: 9, palette: true, colours: 32, dither: 0, effort: 10 })
      .toFile(path.join(root, 'src/pages', `${name}.png`))
}

const made = 'Made by config/icons.cjs from lucide-static (ISC licence).'
writeFileSync(path.join(root, 'src/theme/icons.scss'), `// ${made}\n${sheet()}${names.map(placed).join('')}`)
const lines = names.map(name => `  | '${name}'`).join('\n')
const doc = `/** The names of our icons. ${made} */`
writeFileSync(path.join(root, 'src/theme/icon-name.ts'), `${doc}\nexport type IconName =\n${lines}\n`)
drawTabs()
drawCards()
