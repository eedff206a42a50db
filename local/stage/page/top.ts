import { clockOf, dayOf } from '../../../domain/time'
import { h } from './dom'
import { icon } from './icon'
import { post } from './wire'

/** The bar at the top: whose town it is, its clock, the walk, the new start. */
export interface Top {
  root: HTMLElement
  walk: HTMLElement
  /** Sets the product's clock, epoch ms. */
  setClock(at: number): void
}

/** Draws the bar. The clock shown runs with the product's. */
export function openTop(community: string, first: number): Top {
  let skew = first - Date.now()
  const day = h('span', { class: 'day' })
  const time = h('time', { class: 'time', 'aria-label': '产品里的时间' })
  const walk = h('button', { class: 'plain', type: 'button', 'aria-pressed': 'false' }, icon('walk'), '带我走一遍')
  const later = h(
    'button',
    { class: 'plain', type: 'button', onclick: () => void post('later', { minutes: 30 }) },
    icon('forward'),
    '快进 30 分钟',
  )
  const restart = h('button', { class: 'plain', type: 'button' }, icon('restart'), '重新开始')

  // Everything that was done is given up, so that one tap only asks.
  restart.addEventListener('click', () => {
    if (restart.classList.contains('sure')) {
      restart.disabled = true
      return void post('restart')
    }
    restart.classList.add('sure')
    restart.lastChild?.replaceWith('都不要了，重新开始')
    restart.addEventListener(
      'blur',
      () => {
        restart.classList.remove('sure')
        restart.lastChild?.replaceWith('重新开始')
      },
      { once: true },
    )
  })

  function draw(): void {
    const at = Date.now() + skew
    const [, month, date] = dayOf(at).split('-')
    day.textContent = `${Number(month)}月${Number(date)}日`
    time.textContent = clockOf(at)
  }

  draw()
  window.setInterval(draw, 1000)
  return {
    root: h(
      'header',
      { class: 'top' },
      h('h1', {}, '新邻', h('small', {}, `${community} (虚构)`)),
      h('div', { class: 'clock' }, day, time, later),
      h('div', { class: 'top-right' }, walk, restart),
    ),
    walk,
    setClock(at) {
      skew = at - Date.now()
      draw()
    },
  }
}
