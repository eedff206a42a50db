// 分包异步化: what only some people's first screen draws lies in a subpackage, and the tab page asks for it when it is needed.
// WeChat takes scripts from another package that way (`require.async`, base library 2.11.2), but no styles: they stay with the page.
const path = require('node:path')

const root = path.resolve(__dirname, '..')

/** A script of its own in the subpackage, made of this module; it exports what the module does. */
const later = 'pages/errand/homes'
const made = path.join(root, 'src/pages/tab/home/homes.ts')
/** The page that asks for it. */
const page = 'pages/tab/home/index'

/** The styles of a file with those that it imports, which Taro has put beside it. */
function wholeStyles(assets, file) {
  const text = assets[file].source().toString()
  return text.replace(/@import "([^"]+)";/g, (_, to) =>
    wholeStyles(assets, path.posix.join(path.posix.dirname(file), to)),
  )
}

function moveStyles(assets, { RawSource }) {
  const styles = [`${page}.wxss`, `${later}.wxss`].map(file => wholeStyles(assets, file))
  assets[`${page}.wxss`] = new RawSource(styles.join(''))
  // Taro writes both for every script of a subpackage.
  for (const end of ['wxss', 'wxml']) delete assets[`${later}.${end}`]
}

const plugin = {
  apply(compiler) {
    const { Compilation, EntryPlugin, library, sources } = compiler.webpack
    const type = 'commonjs2'
    new library.EnableLibraryPlugin(type).apply(compiler)
    new EntryPlugin(root, made, { name: later, library: { type } }).apply(compiler)
    // After Taro has named in each file what it needs of its subpackage.
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
    compiler.hooks.thisCompilation.tap('later', ({ hooks }) =>
      hooks.processAssets.tap({ name: 'later', stage }, assets => moveStyles(assets, sources)),
    )
  },
}

module.exports = ctx => {
  ctx.modifyWebpackChain(({ chain, webpack }) => {
    if (process.env.TARO_ENV !== 'weapp') return
    chain.plugin('later').use(plugin)
    chain.plugin('requireLater').use(webpack.DefinePlugin, [{ requireLater: 'require.async' }])
  })
}
