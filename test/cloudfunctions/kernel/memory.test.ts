import { forgetEverything, newMemory } from '../../../cloudfunctions/kernel/memory'

test('what is remembered is gone when its time is over', () => {
  const memory = newMemory<string>()
  memory.put('a', 'first', 100)
  expect([memory.get('a', 99), memory.get('a', 100), memory.get('a', 99)]).toEqual(['first', undefined, undefined])
})

test('another in its place stays no longer than the first would have', () => {
  const memory = newMemory<string>()
  memory.put('a', 'first', 100)
  memory.replace('a', 'second')
  memory.replace('b', 'nothing to replace')
  expect([memory.get('a', 99), memory.get('a', 100), memory.get('b', 0)]).toEqual(['second', undefined, undefined])
})

test('it holds no more than it may: whoever was put there first goes', () => {
  const memory = newMemory<number>(2)
  for (const key of ['a', 'b', 'a', 'c']) memory.put(key, 1, 100)
  expect(['a', 'b', 'c'].map(key => memory.get(key, 0))).toEqual([1, undefined, 1])
})

test('a new instance remembers nothing', () => {
  const memory = newMemory<number>()
  memory.put('a', 1, 100)
  forgetEverything()
  expect(memory.get('a', 0)).toBeUndefined()
})
