// Taro reads this name only. No core-js: every browser in `browserslist` has what we use.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
