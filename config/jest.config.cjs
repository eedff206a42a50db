// One project for each folder of test/. `jest --selectProjects domain src` runs some of them.
const path = require('node:path')

const rootDir = path.resolve(__dirname, '..')

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
}
const alias = { '^@/(.*)$': '<rootDir>/src/$1', '^@domain/(.*)$': '<rootDir>/domain/$1' }

// Published as ES modules only.
const modules = [
  '@tarojs',
  '@stencil',
  'nanoid',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
  'swiper',
  'lodash-es',
  'hls\\.js',
]

const base = {
  rootDir,
  testEnvironment: 'node',
  // `tsx: true` refuses no TypeScript that we write: no angle-bracket casts.
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`^<rootDir>/node_modules/(?!(${modules.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: alias,
}

const phone = {
  ...base,
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/config/jest/phone.cjs'],
  moduleFileExtensions: ['h5.ts', 'h5.tsx', ...base.moduleFileExtensions],
  moduleNameMapper: {
    '\\.(s?css|png|svg)$': '<rootDir>/config/jest/asset.cjs',
    '^@tarojs/components$': '@tarojs/components/lib/react',
    '^@tarojs/taro$': '<rootDir>/config/jest/taro.ts',
    ...alias,
  },
}

// The files that only the WeChat build has, under a WeChat that each test plays.
const backs = '\\.weapp\\.test\\.'
const wechat = {
  ...base,
  moduleFileExtensions: ['weapp.ts', 'weapp.tsx', ...base.moduleFileExtensions],
  moduleNameMapper: { '^@tarojs/taro$': '<rootDir>/test/src/wechat/taro.ts', ...alias },
}

const tests = folder => ({ displayName: folder, testMatch: [`<rootDir>/test/${folder}/**/*.test.ts?(x)`] })

module.exports = {
  rootDir,
  // How busy a machine is fails no test: this is for what hangs. Jest reads it here alone, not in a project.
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'domain',
      testMatch: ['<rootDir>/test/domain/**/*.test.ts', '<rootDir>/test/architecture.test.ts'],
    },
    { ...base, ...tests('cloudfunctions') },
    { ...base, ...tests('local') },
    { ...phone, ...tests('src'), testPathIgnorePatterns: [backs] },
    { ...wechat, displayName: 'wechat', testMatch: ['<rootDir>/test/src/**/*.weapp.test.ts'] },
    { ...base, ...tests('weapp') },
    // Real browsers and real time: run with --runInBand.
    { ...base, ...tests('journeys') },
  ],
}
