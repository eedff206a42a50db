import type { Navigator } from '../runtime/navigator'
import { answering, number, text, type Said } from './answer'

/** 路由: turning pages. */
export const turning = (navigator: Navigator) => ({
  navigateTo: answering('navigateTo', ({ url }) => void navigator.navigateTo(text(url))),
  redirectTo: answering('redirectTo', ({ url }) => void navigator.redirectTo(text(url))),
  navigateBack: answering('navigateBack', ({ delta }: Said) => void navigator.navigateBack(number(delta))),
  switchTab: answering('switchTab', ({ url }) => void navigator.switchTab(text(url))),
  reLaunch: answering('reLaunch', ({ url }) => void navigator.reLaunch(text(url))),
})
