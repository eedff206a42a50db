import type { Outside } from '../outside'
import type { Meter } from '../runtime/meter'
import type { Navigator } from '../runtime/navigator'
import { cloud } from './cloud'
import { device } from './device'
import { files } from './files'
import { openMoments } from './moments'
import { ownFiles } from './own-files'
import { page } from './page'
import { person } from './person'
import { storage } from './storage'
import { turning } from './turning'

/** What `wx` is made of. */
export interface WxParts {
  outside: Outside
  navigator: Navigator
  meter: Meter
  screen: HTMLElement
  /** The names of WeChat's API that the package says. */
  asked: readonly string[]
  /** What `wx` has of 转发. */
  sharing: Readonly<Record<string, unknown>>
  failed(error: Error): void
  isTapped(): boolean
}

/** Makes `wx`. What is asked for and is not here refuses by its name. */
export function openWx({ outside, navigator, meter, screen, asked, sharing, failed, isTapped }: WxParts) {
  const refuse = (name: string) => (): never => {
    const error = new Error(`wx.${name} is not emulated`)
    failed(error)
    throw error
  }
  const moments = openMoments()
  const phone = device(outside, screen)
  const own = ownFiles(outside)
  const provided: Record<string, unknown> = {
    ...phone.api,
    ...moments.api,
    ...storage(outside),
    ...turning(navigator),
    ...page(outside, navigator),
    ...person(outside, isTapped),
    ...files(outside, own),
    ...sharing,
    cloud: cloud(outside, own, meter.called, refuse),
  }
  const refused = asked.filter(name => !Object.hasOwn(provided, name))
  const wx: Record<string, unknown> = { ...Object.fromEntries(refused.map(name => [name, refuse(name)])), ...provided }
  return {
    wx,
    provided: Object.keys(provided),
    refused,
    tell: moments.tell,
    resize: phone.resize,
    reconnect: phone.reconnect,
  }
}
