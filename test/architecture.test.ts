import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(__dirname, '..')

interface Import {
  from: string
  to: string
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path)
    return /\.[cm]?[jt]sx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** A path of the project from its root, or the package's name as written. */
function target(from: string, said: string): string {
  if (said.startsWith('@domain')) return said.replace('@domain', 'domain')
  if (said.startsWith('@/')) return said.replace('@/', 'src/')
  return said.startsWith('.') ? relative(root, resolve(root, dirname(from), said)) : said
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '')
  const said = [...text.matchAll(/(?:from\s+|import\s+|import\(|require\()\s*['"]([^'"]+)['"]/g)].map(
    match => match[1] ?? '',
  )
  return said.map(to => ({ from: file, to: target(file, to) }))
}

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
const all = ['domain', 'src', 'cloudfunctions', 'local'].filter(folder => statSync(join(root, folder)).isDirectory())
const imports = all.flatMap(filesUnder).flatMap(importsOf)
const inFolder = (folder: string): Import[] => imports.filter(({ from }) => within(from, folder))
const broken = (wrong: Import[]): string[] => wrong.map(({ from, to }) => `${from} → ${to}`)

const areaOf = (path: string): string | undefined => /^cloudfunctions\/([\w-]+)\//.exec(path)?.[1]

test('there is something to check', () => {
  expect(imports.length).toBeGreaterThan(200)
})

test('domain is the pure language: it imports itself, zod/mini and dayjs', () => {
  const allowed = (to: string): boolean => within(to, 'domain') || /^(zod\/mini|dayjs(\/.*)?)$/.test(to)
  expect(broken(inFolder('domain').filter(({ to }) => !allowed(to)))).toEqual([])
})

test('the phone knows the language, never the cloud nor the laptop', () => {
  expect(broken(inFolder('src').filter(({ to }) => within(to, 'cloudfunctions') || within(to, 'local')))).toEqual([])
})

test('the cloud knows the language, never the phone nor the laptop', () => {
  expect(broken(inFolder('cloudfunctions').filter(({ to }) => within(to, 'src') || within(to, 'local')))).toEqual([])
})

test('the laptop runs what was built: it imports neither the phone nor a handler', () => {
  expect(broken(inFolder('local').filter(({ to }) => within(to, 'src') || within(to, 'cloudfunctions')))).toEqual([])
})

test('an area never imports another; the clock alone imports areas, and of them their ticks.ts', () => {
  const wrong = inFolder('cloudfunctions').filter(({ from, to }) => {
    const mine = areaOf(from)
    const theirs = areaOf(to)
    if (!theirs || theirs === mine || theirs === 'kernel') return false
    return mine !== 'clock' || !/^cloudfunctions\/\w+\/ticks$/.test(to)
  })
  expect(broken(wrong)).toEqual([])
})

test('the kernel knows no area', () => {
  expect(
    broken(
      inFolder('cloudfunctions/kernel').filter(
        ({ to }) => within(to, 'cloudfunctions') && areaOf(`${to}/`) !== 'kernel',
      ),
    ),
  ).toEqual([])
})

test('only the kernel says wx-server-sdk', () => {
  const wrong = imports.filter(({ from, to }) => to === 'wx-server-sdk' && !within(from, 'cloudfunctions/kernel'))
  expect(broken(wrong)).toEqual([])
})

test('only client and wechat speak to the cloud or to WeChat', () => {
  const wrong = filesUnder('src').filter(file => {
    if (within(file, 'src/client') || within(file, 'src/wechat') || file.includes('/native/')) return false
    return /Taro\.(cloud|request)\b|\bwx\./.test(readFileSync(join(root, file), 'utf8'))
  })
  expect(wrong).toEqual([])
})

test('a component never calls the cloud', () => {
  const wrong = inFolder('src/components').filter(({ to }) =>
    /^src\/client\/(call|use-query|use-action|use-errand-actions|transport)/.test(to),
  )
  expect(broken(wrong)).toEqual([])
})

test('only records.ts gives a record its state', () => {
  const wrong = filesUnder('cloudfunctions').filter(file => {
    const text = readFileSync(join(root, file), 'utf8')
    return !file.endsWith(join('kernel', 'records.ts')) && /patch:[^\n]*\bstate:|\.state\s*=[^=]/.test(text)
  })
  expect(wrong).toEqual([])
})

test('nobody skips over documents', () => {
  const wrong = [...filesUnder('src'), ...filesUnder('cloudfunctions')].filter(file =>
    /\.skip\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(wrong).toEqual([])
})

/** Roles whose names are no words of anything else; `rider` and `keeper` are relations, too. */
const alone = 'resident|dispatcher|department|subdistrict'
const named = `'(?:${alone}|rider|keeper|guest|clock)'`
/** What is left of a file without its tables: the rows' `by`, the words for each; nor the fields that a query asks for. */
function withoutTables(file: string): string {
  const text = readFileSync(join(root, file), 'utf8')
  return text.replace(/\b(by|only): \[[^\]]*\]|\{[^{}]*\} as const satisfies (Partial<)?Record<[\w, ]+, Role>+/g, '')
}

test('what a role may do is known to role.ts: elsewhere none is named but in a table, and none compared', () => {
  const decides = [
    new RegExp(`\\b\\w*[rR]ole\\)? *[!=]==? *(${named}|\\w+Role\\b)`),
    new RegExp(`(${named}|\\b\\w+Role(\\.\\w+)?) *[!=]==?`),
    new RegExp(`[!=]==? *('(${alone})'|\\w+Role\\b)`),
    new RegExp(`\\b(scopeOf|holds|reaches|holding|holdersIn|holdersOf|mayAppoint|asks)\\([^()]*${named}`),
    new RegExp(`\\bincludes\\('(${alone})'\\)`),
    new RegExp(`: Role(\\[\\])? = \\[?${named}`),
  ]
  const pages = filesUnder('src').filter(file => decides.some(rule => rule.test(withoutTables(file))))
  const names = new RegExp(`'(${alone})'`)
  const rest = [...filesUnder('domain'), ...filesUnder('cloudfunctions')].filter(
    file => file !== join('domain', 'role.ts') && [names, ...decides].some(rule => rule.test(withoutTables(file))),
  )
  expect([...pages, ...rest]).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const long = [...all.flatMap(filesUnder), ...filesUnder('test'), ...filesUnder('config')].filter(
    file => readFileSync(join(root, file), 'utf8').split('\n').length > 300,
  )
  expect(long).toEqual([])
})

test('every area stands under one name in domain, cloudfunctions and its tests', () => {
  const areas = readdirSync(join(root, 'cloudfunctions')).filter(
    name => name !== 'kernel' && statSync(join(root, 'cloudfunctions', name)).isDirectory(),
  )
  const words = readdirSync(join(root, 'domain')).map(name => name.replace(/\.ts$/, ''))
  const tests = readdirSync(join(root, 'test/cloudfunctions'))
  expect(areas.filter(area => !words.includes(area) || !tests.includes(area))).toEqual([])
})

/** What each file of the phone is built from: a type is no part of it. */
const partsOf = new Map(
  filesUnder('src').map(file => {
    const text = readFileSync(join(root, file), 'utf8')
    const said = [...text.matchAll(/^(?:import|export) (?!type )[^;'"]*['"]([^'"]+)['"]/gm)]
    return [file, said.map(([, to = '']) => target(file, to))]
  }),
)
const ends = ['.ts', '.tsx', '/index.ts', '/index.tsx', '/index.weapp.tsx']

function reaches(file: string, wanted: string, seen = new Set<string>()): boolean {
  if (file === wanted) return true
  if (seen.has(file)) return false
  seen.add(file)
  const parts = (partsOf.get(file) ?? []).flatMap(part => ends.map(end => part + end))
  return parts.some(part => partsOf.has(part) && reaches(part, wanted, seen))
}

test('every page that draws a native list card declares it: WeChat would draw nothing in its place', () => {
  const pages = [...partsOf.keys()].filter(file => file.endsWith('/index.config.ts'))
  const draws = (config: string): boolean =>
    reaches(config.replace('.config.ts', '.tsx'), 'src/components/ListCard/index.weapp.tsx')
  const declares = (config: string): boolean =>
    partsOf.get(config)?.includes('src/components/ListCard/declared') === true
  expect(pages.filter(config => draws(config) && declares(config)).length).toBeGreaterThan(5)
  expect(pages.filter(config => draws(config) && !declares(config))).toEqual([])
})
