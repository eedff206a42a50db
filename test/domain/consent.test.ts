import { agreed, lacking, matterNames, matters, newConsents, standingConsent, ticked, withdrawn } from '@domain/consent'
import { texts } from '@domain/consent/text'

const privacy = { what: 'privacy', version: matters.privacy.version, at: 1 }
const older = { ...privacy, version: '2025-01-01' }

test('a consent stands for the text as it reads now, until it is withdrawn', () => {
  expect(agreed({ consents: [privacy] }, 'privacy')).toBe(true)
  expect(agreed({ consents: [older] }, 'privacy')).toBe(false)
  expect(agreed({ consents: [{ ...privacy, withdrawnAt: 2 }] }, 'privacy')).toBe(false)
  expect(standingConsent({ consents: [older, { ...privacy, at: 7 }] }, 'privacy')).toMatchObject({ at: 7 })
  expect(lacking({ consents: [privacy] }, ['privacy', 'health'])).toEqual(['health'])
  for (const junk of ['', '__proto__', 'constructor', 'OWNER'])
    expect(agreed({ consents: [privacy] }, junk)).toBe(false)
})

test('an act adds what was ticked and lacking, with the moment, and nothing else', () => {
  expect(newConsents({}, ['privacy'], ticked(['privacy', 'health']), 5)).toEqual([{ ...privacy, at: 5 }])
  expect(newConsents({ consents: [privacy] }, ['privacy'], ticked(['privacy']), 5)).toEqual([])
  expect(newConsents({ consents: [privacy] }, ['privacy'], undefined, 5)).toEqual([])
})

test('what is needed and was not ticked, or in another version, stops the act', () => {
  const refuses = (said: ReturnType<typeof ticked> | undefined) =>
    expect(() => newConsents({ consents: [older] }, ['privacy'], said, 5)).toThrow('AGREE_FIRST')
  refuses(undefined)
  refuses([])
  refuses(ticked(['health']))
  refuses([{ what: 'privacy', version: older.version }])
})

test('withdrawing ends all of one thing and leaves the others, and what was withdrawn before', () => {
  const health = { what: 'health', version: matters.health.version, at: 1 }
  const gone = { ...privacy, withdrawnAt: 2 }
  expect(withdrawn({ consents: [gone, privacy, privacy, health] }, 'privacy', 9)).toEqual([
    gone,
    { ...privacy, withdrawnAt: 9 },
    { ...privacy, withdrawnAt: 9 },
    health,
  ])
})

test('everything that can be agreed to has a text of short sentences', () => {
  expect(Object.keys(texts)).toEqual(matterNames)
  for (const line of Object.values(texts).flat()) expect([...line].length).toBeLessThanOrEqual(70)
})
