import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage } from './index'

/** `node … <dist/weapp> <folder>`: the package made ready for the runner in a browser, and its pictures beside it. */
const [dist = '', folder = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'mini-program.json'), JSON.stringify(readPackage(dist)))
cpSync(dist, join(folder, 'app'), { recursive: true, filter: file => !/\.(js|json|wxml|wxs|wxss|txt)$/.test(file) })
