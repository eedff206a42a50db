import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../../src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))

/** Everything that a phone keeps, where it is said, and whose it is. */
const kept: Readonly<Record<string, string>> = {
  'client/kept.ts: keepValue(name': 'what the other lines name',
  'client/kept.ts: storage.set(name': 'what the other lines name',
  'client/me.ts: storage.set(kept': 'the person himself, as every reply tells him',
  'client/in-hand.ts: keepValue(name': 'what he carries, without door and phone, for a basement; a day at most',
  'client/intents.ts: keepValue(name': 'which taps have no answer yet, by their fingerprints',
  'client/now.ts: storage.set(kept': 'how wrong the phone’s clock is',
  'client/outbox/outbox.ts: keepValue(name': 'what he did at a door, until the cloud has it',
  "client/outbox/use-outbox.ts: useKept('outbox'": 'the same, as it is shown',
  "client/use-community.ts: useKept('community'": 'which community he looks at',
  'client/use-draft.ts: useKept(`draft.${name}`': 'what he typed himself, until it is sent',
  'client/use-errand-actions.ts: storage.set(shownName(input.id)':
    'a door he was shown, until its errand closes (law 6)',
  "client/use-hat.ts: useKept('community'": 'which community he looks at',
  "client/use-hat.ts: useKept('hat'": 'in which role',
  'client/use-text-size.ts: storage.set(chosen': 'the size of his letters',
}

test('a phone keeps its own person, what he typed and what he was shown, and nothing else', () => {
  const found = sources.flatMap(file =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /(?:storage\.set|useKept|keepValue)\((?!name: string)[^,)]*\)?/g,
      ),
    ]
      .map(([call]) => `${file}: ${call.replace(/\)$/, call.includes('(input') ? ')' : '')}`)
      .filter(line => !line.startsWith('wechat/')),
  )
  expect([...new Set(found)].sort()).toEqual(Object.keys(kept).sort())
})
