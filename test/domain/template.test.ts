import { sayings, toDesk, toFamily, toPerson, type Saying } from '@domain/notice'
import { answered, askedFor, fitted, templateNames, templateOf, templates, worthAsking } from '@domain/template'
import { dayMs } from '@domain/time'

const now = Date.UTC(2026, 2, 1)

test('whatever is told to whomever has a template, and every template is asked for at some tap', () => {
  const used = new Set<string>()
  for (const say of Object.keys(sayings) as Saying[])
    for (const to of [toFamily, toDesk, toPerson('p1')]) used.add(templateOf({ to, say }))
  expect([...used].sort()).toEqual([...templateNames].sort())
  expect(Object.values(askedFor).flat().sort()).toEqual([...templateNames].sort())
  for (const names of Object.values(askedFor)) expect(names.length).toBeLessThanOrEqual(5)
  expect(new Set(templateNames.map(name => templates[name].id)).size).toBe(templateNames.length)
})

test('a tap asks only for what is used up, and after two refusals not for thirty days', () => {
  expect(worthAsking({}, ['progress', 'done'], now)).toEqual(['progress', 'done'])
  const once = answered({}, { progress: 'accept', done: 'reject' }, now)
  expect(worthAsking(once, ['progress', 'done'], now)).toEqual(['done'])
  const twice = answered(once, { done: 'reject' }, now)
  expect(worthAsking(twice, ['done'], now + 30 * dayMs - 1)).toEqual([])
  expect(worthAsking(twice, ['done'], now + 30 * dayMs)).toEqual(['done'])
  const again = answered(twice, { done: 'accept' }, now)
  expect(again.done).toEqual({ left: 1 })
})

test('each answer does to the ledger what it means', () => {
  const before = { task: { left: 2 } }
  expect(answered(before, { task: 'accept' }, now).task?.left).toBe(3)
  expect(answered(before, { task: 'reject' }, now).task?.left).toBe(2)
  expect(answered(before, { task: 'filter' }, now)).toEqual(before)
  expect(answered(before, { task: 'ban' }, now).task?.left).toBe(0)
})

test.each([
  ['thing1', '字'.repeat(30), '字'.repeat(20)],
  ['thing1', '第一行\n第二行', '第一行 第二行'],
  ['thing1', ' \n', '-'],
  ['time2', '10:30', '10:30'],
])('words fit their field %s', (field, words, fits) => expect(fitted(field, words)).toBe(fits))
