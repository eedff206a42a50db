// The build for WeChat reads some published files through lean.cjs, which leaves out what nobody here calls.
const lean = require.resolve('./lean.cjs')

module.exports = ctx => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV !== 'weapp') return
    chain.module.rule('lean').test(require(lean).isEdited).enforce('pre').use('lean').loader(lean)
  })
}
