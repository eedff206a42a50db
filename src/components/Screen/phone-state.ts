import { useSyncExternalStore } from 'react'

/** What is amiss with the phone itself, for every screen. */
export interface PhoneState {
  network: 'good' | 'weak' | 'none'
  /** What was typed last could not be kept: it lives on this screen only. */
  full: boolean
}

let state: PhoneState = { network: 'good', full: false }
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function set(some: Partial<PhoneState>): void {
  state = { ...state, ...some }
  for (const listener of listeners) listener()
}

/** Set by who knows the phone (src/client); every `Screen` tells of it. */
export const phoneState = { set }

const words = { none: '没有网络，填的都在', weak: '网络很慢，点一下要多等几秒', good: '' } as const
const fullWords = '手机存满了，没发出去的先别关'

/** The calm line at the top of a screen; '' when nothing is amiss. */
export const usePhoneLine = (): string =>
  useSyncExternalStore(subscribe, () => words[state.network] || (state.full ? fullWords : ''))
