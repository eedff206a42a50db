/** @jest-environment jsdom */
import { ownHistory } from '../../../src/wechat/own-history.h5'

const shown: unknown[] = []
const turned = () => new Promise(done => setTimeout(done))
const urlOf = () => window.location.hash
window.addEventListener('popstate', ({ state }) => shown.push(state))

test('a phone that goes back comes to where it was itself; the browser has nothing to take another back by', async () => {
  window.history.replaceState('home', '', '#/home')
  ownHistory(window)
  const { length } = window.history
  window.history.pushState('list', '', '#/list')
  window.history.pushState('one', '', '#/one')
  expect(urlOf()).toBe('#/one')
  expect(window.history.length).toBe(length)

  window.history.back()
  await turned()
  expect([urlOf(), shown.at(-1)]).toEqual(['#/list', 'list'])
  window.history.pushState('other', '', '#/other')
  window.history.forward()
  await turned()
  expect(urlOf()).toBe('#/other')
  window.history.replaceState('another', '', '#/another')
  window.history.go(-2)
  await turned()
  expect([urlOf(), shown.at(-1)]).toEqual(['#/home', 'home'])
  window.history.go(2)
  await turned()
  expect([urlOf(), shown.at(-1)]).toEqual(['#/another', 'another'])
})

test('before the first there is nothing', async () => {
  const before = urlOf()
  window.history.go(-9)
  await turned()
  expect(urlOf()).toBe(before)
})
