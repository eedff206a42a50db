// What Taro's build writes into the H5 bundle as constants, for jsdom.
Object.assign(globalThis, {
  ENABLE_INNER_HTML: true,
  ENABLE_ADJACENT_HTML: true,
  ENABLE_SIZE_APIS: true,
  ENABLE_TEMPLATE_CONTENT: true,
  ENABLE_CLONE_NODE: true,
  ENABLE_CONTAINS: true,
  ENABLE_MUTATION_OBSERVER: true,
  DEPRECATED_ADAPTER_COMPONENT: false,
  defineAppConfig: config => config,
  definePageConfig: config => config,
})
process.env.TARO_ENV = 'h5'
process.env.TARO_PLATFORM = 'web'

// What src/app.tsx does first; a test of src that asks for node has no elements.
if (typeof HTMLElement !== 'undefined') require('../../src/components/roles.h5.ts').nameRoles()
