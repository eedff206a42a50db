// `node config/icons.cjs` draws every icon from lucide-static: a CSS mask each (text colour, text size) and the tab bar's PNGs.
// Run it after changing a list; what it writes is committed.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const sharp = require('sharp')

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

/** What is drawn inside lucide's 24 × 24 box, on one line. */
function strokes(name) {
  const file = readFileSync(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  return file
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(\/?>) ?/g, '$1')
    .trim()
}

const drawing = (name, colour, box = '0 0 24 24', size = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${size} viewBox="${box}" fill="none" stroke="${colour}" stroke-width="2" ` +
  `stroke-linecap="round" stroke-linejoin="round">${strokes(name)}</svg>`

/** Only what a stylesheet's double quotes and a URL cannot carry is escaped. */
function maskOf(name) {
  const svg = drawing(name, 'red').replace(/"/g, "'").replace(/</g, '%3c').replace(/>/g, '%3e').replace(/#/g, '%23')
  return `.icon-${name} {\n  -webkit-mask-image: url("data:image/svg+xml,${svg}");\n}\n`
}

async function drawTabs() {
  const folder = path.join(root, 'src/assets/tab')
  mkdirSync(folder, { recursive: true })
  const draw = (name, colour) => Buffer.from(drawing(name, colour, '-2 -2 28 28', ' width="81" height="81"'))
  const png = { compressionLevel: 9, palette: true }
  for (const name of tabs) {
    await sharp(draw(name, '#665D55'))
      .png(png)
      .toFile(path.join(folder, `${name}.png`))
    await sharp(draw(name, '#B3261E'))
      .png(png)
      .toFile(path.join(folder, `${name}-on.png`))
  }
}

const made = 'Made by config/icons.cjs from lucide-static (ISC licence).'
// The unprefixed property would double the file; every engine knows the prefixed one.
writeFileSync(path.join(root, 'src/theme/icons.scss'), `// ${made}\n${names.map(maskOf).join('')}`)
const lines = names.map(name => `  | '${name}'`).join('\n')
const doc = `/** The names of our icons. ${made} */`
writeFileSync(path.join(root, 'src/theme/icon-name.ts'), `${doc}\nexport type IconName =\n${lines}\n`)
drawTabs()
