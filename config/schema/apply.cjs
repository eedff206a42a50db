const { planFor, sayStep } = require('./plan.cjs')

/**
 * Brings an environment to what is declared and says each step before it is taken. A second run takes none.
 * @param environment see environment.mjs; undefined shows the plan for an empty one and takes no step
 * @returns the lines that were said
 */
async function applySchema(declared, environment, say) {
  const present = environment ? await environment.read(Object.keys(declared)) : {}
  const { steps, notes } = planFor(declared, present)
  for (const step of steps) {
    say(sayStep(step))
    await environment?.take(step)
  }
  for (const note of notes) say(`note: ${note}`)
  say(
    steps.length === 0
      ? 'nothing to do'
      : `${steps.length} steps${environment ? ' taken' : ' to take in an empty environment'}`,
  )
}

module.exports = { applySchema }
