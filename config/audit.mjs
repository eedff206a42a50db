// npm run audit:wechat: what WeChat's own tools say of dist/weapp before it is uploaded: the scan of code quality, and the compiler with
// app.json's checks and all that the developer tools make smaller. Both are in miniprogram-ci, which is 275 MB and therefore no
// dependency: it is fetched into .cache/audit once. `node config/audit.mjs FOLDER` looks at another build.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import dns from 'node:dns'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeapp } from '../local/start/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const version = '2.1.42'
const cache = join(root, '.cache/audit')
const tool = join(cache, 'node_modules/miniprogram-ci')
const say = line => process.stdout.write(`${line}\n`)

/** What WeChat knows of an app and the compiler would ask its server for: the limits of an ordinary mini-program, in MB and tabs. */
const attributes = {
  appType: 0,
  gameApp: false,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MinTabbarCount: 2,
  },
}

function install() {
  const manifest = join(tool, 'package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return
  say(`miniprogram-ci ${version} …`)
  mkdirSync(cache, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const how = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', cache]
  const { status } = spawnSync(npm, ['install', ...how, `miniprogram-ci@${version}`], { stdio: 'inherit' })
  if (status !== 0) throw new Error('miniprogram-ci could not be installed')
}

/** The tool has a key made for this run, which opens nothing, and finds no server: what it says is the same on every machine. */
async function projectOf(ci, folder) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKeyPath = join(cache, 'key.pem')
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 })
  dns.lookup = (host, ...rest) => rest.at(-1)(new Error(`${host}: the audit asks nobody`))
  const project = new ci.Project({ appid: 'touristappid', type: 'miniProgram', projectPath: folder, privateKeyPath })
  project.attr = async () => attributes
  return project
}

/** What the compiler says; its output is what a phone would load. */
async function compile(ci, project, folder) {
  const { setting } = JSON.parse(readFileSync(join(folder, 'project.config.json'), 'utf8'))
  const wanted = {
    es6: setting.es6,
    minifyJS: setting.minified,
    minifyWXML: setting.minifyWXML,
    minifyWXSS: setting.minifyWXSS,
  }
  try {
    const made = await ci.getCompiledResult({ project, version: '0', desc: '', setting: wanted, onProgressUpdate() {} })
    const bytes = Object.values(made).reduce((sum, file) => sum + Buffer.byteLength(file), 0)
    return { told: `${Object.keys(made).length} files, ${bytes} B`, faults: [] }
  } catch (fault) {
    return { told: 'refused', faults: [fault.message ?? String(fault)] }
  }
}

async function audit(folder) {
  install()
  const ci = createRequire(import.meta.url)(tool)
  // It talks of its own progress.
  console.log = console.info = console.warn = console.error = () => undefined
  const project = await projectOf(ci, folder)
  const rules = await ci.checkCodeQuality(project)
  for (const { name, success } of rules) say(`${success ? 'ok  ' : 'FAIL'} ${name}`)
  const { told, faults } = await compile(ci, project, folder)
  say(`${faults.length === 0 ? 'ok  ' : 'FAIL'} compiler: ${told}`)
  const found = rules.filter(({ success }) => !success).map(({ text, detail }) => `${text} ${JSON.stringify(detail)}`)
  return [...found, ...faults]
}

if (process.argv[2] === undefined) await buildWeapp(root)
const found = await audit(resolve(process.argv[2] ?? join(root, 'dist/weapp')))
for (const line of found) say(line)
say(`${found.length} findings`)
// The tool leaves workers behind, which would keep this process open.
process.exit(found.length === 0 ? 0 : 1)
