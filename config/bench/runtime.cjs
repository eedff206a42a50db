// Taro's runtime as it runs in WeChat, in Node: elements in, what setData would send out. The build writes these as constants.
const leftOut = [
  'INNER_HTML',
  'ADJACENT_HTML',
  'SIZE_APIS',
  'TEMPLATE_CONTENT',
  'CLONE_NODE',
  'CONTAINS',
  'MUTATION_OBSERVER',
]
for (const name of leftOut) globalThis[`ENABLE_${name}`] = false
process.env.TARO_ENV = 'weapp'
process.env.TARO_PLATFORM = 'mini'

module.exports = require('@tarojs/runtime')
