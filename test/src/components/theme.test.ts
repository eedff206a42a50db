/** @jest-environment node */
import { readFileSync } from 'node:fs'

const tokens = readFileSync('src/theme/tokens.scss', 'utf8')
const colour = (name: string) => {
  const hex = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(tokens)?.[1]
  if (!hex) throw new Error(`no token ${name}`)
  return hex.length === 3 ? [...hex].map(digit => digit + digit).join('') : hex
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const pairs = [
  ...['ink', 'muted', 'red', 'stuck', 'done'].flatMap(ink =>
    ['paper', 'card', 'pressed'].map(on => [ink, on] as const),
  ),
  ...['waiting', 'going', 'done', 'stuck', 'plain', 'red'].map(tone => [tone, `${tone}-tint`] as const),
  ...['red', 'red-pressed', 'done', 'muted'].map(ground => ['card', ground] as const),
  ['muted', 'red-tint'] as const,
]

test.each(pairs)('%s can be read on %s by old eyes: 4.5 to 1', (ink, ground) => {
  expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
})
