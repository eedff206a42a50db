import { buildApp, buildFunctions, buildLocal, buildSeed } from '../local/start/build.mjs'

/** Builds what the tests stand on, each only when its inputs have changed; the town is seeded while the phone is built. */
export async function buildEverything(root) {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const built = async (name, build) => {
    const began = Date.now()
    const how = await build(root)
    console.log(`build ${name}: ${how ?? 'built'} · ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
  await built('functions', buildFunctions)
  await built('local', buildLocal)
  await Promise.all([built('app', buildApp), built('seed', path => buildSeed(path, day))])
}
