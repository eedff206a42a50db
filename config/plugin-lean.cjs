// The build for WeChat reads some published files through lean.cjs, which leaves out what nobody here calls, and writes calls plainly.
const lean = require.resolve('./lean.cjs')

/** An import is called as `(0,a.b)()`, so that its `this` is nothing: four bytes a call. Nothing that is imported by name asks for `this`. */
const plainCalls = {
  apply(compiler) {
    compiler.hooks.compilation.tap('plain calls', ({ hooks }) =>
      hooks.finishModules.tap('plain calls', modules => {
        for (const { dependencies } of modules)
          for (const dependency of dependencies) if (dependency.directImport) dependency.directImport = false
      }),
    )
  },
}

module.exports = ctx => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV !== 'weapp') return
    chain.module.rule('lean').test(require(lean).isEdited).enforce('pre').use('lean').loader(lean)
    chain.plugin('plainCalls').use(plainCalls)
  })
}
