// npm start: installs, builds what changed, opens the stage. Runs before any `npm ci` and on any Node that knows modules, so that
// it can say which one is needed: nothing here may be newer than that.
const needed = 20
const version = process.env.XINLIN_NODE_VERSION || process.versions.node
const major = Number(version.split('.')[0])

if (major < needed) {
  process.stderr.write(
    'Xinlin needs Node ' +
      needed +
      ' or newer; this is Node ' +
      version +
      '. Install it from https://nodejs.org and start again.\n',
  )
  process.exit(1)
}
import('./start/run.mjs').then(start => start.run(process.argv.slice(2)))
