/**
 * What must be done so that an environment has every collection and index that is declared, and phones reach none of them. Never a removal: what is
 * there beyond the declaration, or differs from it, is named.
 * @param declared `{ [collection]: { indexes: [{ name, keys, unique? }] } }`, keys 1, -1 or '2dsphere'
 * @param present `{ [collection]: { access, indexes: [{ name, keys, unique }] } }`; keys as the environment says them
 * @returns {{ steps: object[], notes: string[] }} steps in the order in which they are taken
 */
function planFor(declared, present) {
  const steps = []
  const notes = []
  for (const [collection, { indexes }] of Object.entries(declared)) {
    const there = Object.hasOwn(present, collection) ? present[collection] : undefined
    if (!there) steps.push({ do: 'create', collection })
    if (there?.access !== 'ADMINONLY') steps.push({ do: 'close', collection })
    for (const index of indexes) {
      const same = there?.indexes.find(({ name }) => name === index.name)
      if (!same) steps.push({ do: 'index', collection, index })
      else if (wordsOf(same) !== wordsOf(index))
        notes.push(
          `${collection}.${index.name} is ${wordsOf(same)} there and ${wordsOf(index)} here: drop it by hand, then run again`,
        )
    }
    for (const { name } of there?.indexes ?? [])
      if (name !== '_id_' && !indexes.some(index => index.name === name))
        notes.push(`${collection}.${name} is there and not declared: left alone`)
  }
  return { steps, notes }
}

/** One line for a step. */
function sayStep({ do: what, collection, index }) {
  if (what === 'create') return `create ${collection}`
  if (what === 'close') return `close ${collection} to phones (仅管理端可读写)`
  return `index ${collection}.${index.name} ${wordsOf(index)}`
}

/** An index as people read it, and as two of them are compared: its keys in order, and whether it is unique. */
function wordsOf({ keys, unique }) {
  const fields = Object.entries(keys).map(([field, kind]) => `${field} ${kind}`)
  return `(${fields.join(', ')})${unique === true ? ' unique' : ''}`
}

module.exports = { planFor, sayStep }
