/// <reference types="@tarojs/taro" />
declare module '*.scss'
declare module '*.png' {
  const path: string
  export default path
}
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
    NODE_ENV: 'development' | 'production' | 'test'
  }
}
/** Written into src/app.config.ts by config/index.ts: the four tab pages, and every other page in its subpackage. */
declare const TABS: string[]
declare const SUBPACKAGES: { root: string; pages: string[] }[]
