import { titleOf } from '../../../domain/errand/title'
import { s } from './drawing'
import { fill, h } from './dom'
import { stepsOf, type Step } from './steps'
import type { Errand } from './wire'

/** The foot of the stage: 这一单的经过, and what the last tap cost. */
export interface Strip {
  root: HTMLElement
  /** `waitsFor` says whose turn it is, when it is anybody's. */
  show(errand: Errand | undefined, waitsFor: string | undefined): void
  cost(calls: number, requests: number): void
}

const stepWidth = 122
const mainLine = 20
const sideLine = 30

/** Draws the foot; it shows as many steps as there is room for. */
export function openStrip(): Strip {
  const about = h('p', { class: 'strip-about' })
  const track = h('div', { class: 'track' })
  const costs = h('p', { class: 'cost', role: 'status' })

  return {
    root: h(
      'footer',
      { class: 'strip' },
      h('div', { class: 'strip-name' }, h('h2', {}, '这一单的经过'), about),
      track,
      costs,
    ),
    show(errand, waitsFor) {
      if (!errand) {
        about.textContent = ''
        return fill(track, h('p', { class: 'strip-empty' }, '在居民的手机上点“请人帮忙”，经过就从这里画起'))
      }
      about.textContent = titleOf(errand, 'desk')
      const room = Math.max(3, Math.floor(track.clientWidth / stepWidth) - 1)
      fill(track, draw(stepsOf(errand, room), waitsFor))
    },
    cost(calls, requests) {
      costs.textContent = `这一下：${calls} 次调用，${requests} 次数据库请求`
    },
  }
}

function draw(steps: Step[], waitsFor: string | undefined): SVGElement {
  const at = (i: number) => 14 + i * stepWidth
  const height = (step: Step | undefined) => (step?.aside ? sideLine : mainLine)
  const image = s('svg', { width: (steps.length + 1) * stepWidth, height: 76, role: 'img' })
  steps.forEach((step, i) => {
    const y = height(step)
    if (i > 0) image.append(...between(at(i - 1), height(steps[i - 1]), at(i), y, step.gap))
    const latest = i === steps.length - 1
    image.append(
      s('circle', {
        cx: at(i),
        cy: y,
        r: latest ? 6 : 4.5,
        class: `dot ${step.aside ? 'aside' : ''} ${latest ? 'latest' : ''}`,
      }),
      s('text', { x: at(i) - 6, y: y + 22, class: 'step-what' }, `${step.who} ${step.what}`),
      s('text', { x: at(i) - 6, y: y + 38, class: 'step-clock' }, step.clock),
    )
  })
  if (waitsFor !== undefined && steps.length > 0) {
    const x = at(steps.length)
    const from = height(steps.at(-1))
    image.append(
      s('path', { d: `M${at(steps.length - 1) + 9} ${from} L${x - 8} ${mainLine}`, class: 'to-come' }),
      s('circle', { cx: x, cy: mainLine, r: 4.5, class: 'dot to-come' }),
      s('text', { x: x - 6, y: mainLine + 22, class: 'step-clock' }, waitsFor),
    )
  }
  return image
}

/** The line from one step to the next; a side way leaves it and comes back. */
function between(x1: number, y1: number, x2: number, y2: number, gap: string): SVGElement[] {
  const line = s('path', {
    d: `M${x1} ${y1} C${x1 + 50} ${y1} ${x2 - 50} ${y2} ${x2} ${y2}`,
    class: `way ${y1 === y2 ? '' : 'turns'}`,
  })
  return gap === '' ? [line] : [line, s('text', { x: (x1 + x2) / 2, y: Math.min(y1, y2) - 7, class: 'step-gap' }, gap)]
}
