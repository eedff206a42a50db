import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { subpackages, tabs } from './pages'

const root = path.resolve(__dirname, '..')
const domain = path.join(root, 'domain')

/** Taro runs babel over src only; what npm publishes in newer syntax than `browserslist` must be named here. */
const published = (file: string) => /node_modules[\\/](swr|zod|dayjs|dequal|use-sync-external-store)[\\/]/.test(file)

/** Off: a build out of webpack's kept cache once lacked a module that a subpackage asked for. */
const cache = { enable: false }

const webpack = { infrastructureLogging: { level: 'error' } }

/** For what webpack adds to what we write. Set, because merged with Taro's own it would stay ES5. */
const target = ['web', 'es2020']

/** Numbers for modules and names for exports as short as can be: each stands wherever its module is imported. */
const optimization = { moduleIds: 'size', mangleExports: 'size' }

/** Taro's own setting is ES5 and writes every Chinese character as six. */
const terser = {
  enable: true,
  config: {
    parse: { ecma: 2020 },
    compress: {
      ecma: 2020,
      passes: 3,
      toplevel: true,
      arrows: true,
      collapse_vars: true,
      comparisons: true,
      computed_props: true,
      hoist_props: true,
      inline: 3,
      loops: true,
      negate_iife: true,
      properties: true,
      reduce_funcs: true,
      reduce_vars: true,
      switches: true,
      typeofs: true,
    },
    output: { ecma: 2020, comments: false, ascii_only: false },
  },
}

// Text is in real px and grows with the person's font setting (`--fs`), so no px becomes rpx or rem in either build.
const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } }

/** Nesting levels of views that the templates unroll before they go through a component. Taro's type does not know it. */
const depth = { baseLevel: 10 }

export default defineConfig<'webpack5'>(async () => {
  const config = {
    projectName: 'xinlin',
    date: '2026-3-1',
    designWidth: 375,
    deviceRatio: { 375: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache,
    // The bar of progress floods a log; for h5 its replacement prints every asset, which is worse.
    logger: { quiet: process.env.TARO_ENV === 'weapp', stats: false },
    plugins: ['plugin-templates.cjs', 'plugin-lean.cjs', 'plugin-later.cjs'].map(name => path.join(__dirname, name)),
    alias: { '@': path.join(root, 'src'), '@domain': domain },
    // For src/app.config.ts, which Taro also compiles as a module of the phone, where there is no file system to look into.
    defineConstants: { TABS: JSON.stringify(tabs), SUBPACKAGES: JSON.stringify(subpackages()) },
    copy: { patterns: [{ from: 'src/sitemap.json', to: `dist/${process.env.TARO_ENV}/sitemap.json` }], options: {} },
    terser,
    mini: {
      postcss,
      compile: { include: [domain, published] },
      optimizeMainPackage: { enable: true },
      runtime: { enableInnerHTML: false },
      minifyXML: { collapseWhitespace: true },
      // Each component's styles stand alone, so their order means nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      ...depth,
      webpackChain(chain) {
        chain.merge({ ...webpack, optimization }).set('target', target)
      },
    },
    h5: {
      publicPath: './',
      router: { mode: 'hash' },
      postcss: { ...postcss, autoprefixer: { enable: true } },
      compile: { include: [domain, published] },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      devServer: { host: '127.0.0.1', open: false },
      webpackChain(chain) {
        chain.merge(webpack).set('target', target)
        chain.performance.hints(false)
      },
    },
  } satisfies UserConfigExport<'webpack5'>
  return config
})
