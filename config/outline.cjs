// Makes the lines of an SVG one path: every shape as a path, every command relative, every number as short as it can be.

/** How many numbers each command takes; `a` is read apart, because its flags may stand without a space. */
const takes = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/y

function* commandsOf(path) {
  for (const [, letter, rest] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = numbersOf(rest, letter.toLowerCase() === 'a')
    const size = takes[letter.toLowerCase()]
    if (size === 0) yield [letter, []]
    for (let at = 0; at < numbers.length; at += size) {
      // Further pairs of a move are lines.
      const following = at > 0 && /m/i.test(letter) ? (letter === 'm' ? 'l' : 'L') : letter
      yield [following, numbers.slice(at, at + size)]
    }
  }
}

function numbersOf(text, isArc) {
  const found = []
  let at = 0
  while (at < text.length) {
    if (/[\s,]/.test(text[at])) at += 1
    else if (isArc && [3, 4].includes(found.length % 7)) found.push(Number(text[at++]))
    else {
      number.lastIndex = at
      const [said] = number.exec(text)
      found.push(Number(said))
      at = number.lastIndex
    }
  }
  return found
}

/** The point a command ends at, and what each of its numbers is measured from. */
function originsOf(letter, { x, y }) {
  if (letter === 'h') return [x]
  if (letter === 'v') return [y]
  if (letter === 'a') return [0, 0, 0, 0, 0, x, y]
  return Array.from({ length: takes[letter] }, (_, at) => (at % 2 === 0 ? x : y))
}

/** Hundredths of the 24 units an icon is wide: finer than any screen shows. */
const short = value => String(Math.round(value * 100) / 100).replace(/^(-?)0\./, '$1.')
const joined = numbers =>
  numbers.map(short).reduce((all, one) => all + (all && !one.startsWith('-') ? ' ' : '') + one, '')

/** A path as relative commands from where its icon stands. */
function relative(path, dx, dy) {
  let pen = { x: 0, y: 0 }
  let start = pen
  let said = ''
  for (const [letter, numbers] of commandsOf(path)) {
    const kind = letter.toLowerCase()
    const from = originsOf(kind, pen)
    const steps = letter === kind ? numbers : numbers.map((value, at) => value - from[at])
    const last = steps.slice(-2)
    // What is drawn is rounded, so the pen is where the rounded steps led: errors do not add up.
    const [x, y] = (kind === 'h' ? [steps[0], 0] : kind === 'v' ? [0, steps[0]] : last).map(
      step => Math.round(step * 100) / 100,
    )
    if (kind === 'm') {
      start = pen = { x: pen.x + x, y: pen.y + y }
      said += `M${joined([pen.x + dx, pen.y + dy])}`
    } else if (kind === 'z') {
      pen = start
      said += 'z'
    } else {
      pen = { x: pen.x + x, y: pen.y + y }
      said += kind + joined(steps)
    }
  }
  return said
}

const round = (cx, cy, r) => `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const rounded = (x, y, w, h, r) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`

const shapes = {
  path: ({ d }) => d,
  circle: ({ cx, cy, r }) => round(+cx, +cy, +r),
  rect: ({ x, y, width, height, rx }) => rounded(+x, +y, +width, +height, +rx),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
}

/** The lines of an SVG file as the `d` of one path, moved by `dx` and `dy`. */
function outlineOf(svg, dx, dy) {
  const drawn = [...svg.matchAll(/<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*)>/g)]
  return drawn
    .map(([, shape, said]) => {
      const attributes = Object.fromEntries(
        [...said.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      )
      return relative(shapes[shape](attributes), dx, dy)
    })
    .join('')
}

module.exports = { outlineOf }
