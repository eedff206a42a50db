// Taro reads this name only. No core-js: every browser in `browserslist` has what we use.
// `transform-parameters` would rewrite every default parameter because of a fault of old Safaris that minified names never meet,
// and `transform-optional-chaining` every `?.` because of one of old Chromes with a spread in its call, which test/weapp looks for.
const taro = {
  framework: 'react',
  ts: true,
  compiler: 'webpack5',
  useBuiltIns: false,
  loose: true,
  exclude: ['transform-parameters', 'transform-optional-chaining'],
}

module.exports = { presets: [['taro', taro]] }
