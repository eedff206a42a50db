// What a component of WeChat may be told is written twice by Taro: in the templates (base.wxml) and in the runtime, where a prop's
// place in the alphabet is its name on the wire (p0, p1 …). Both must be changed alike, or every prop arrives as another.
// - aria attributes are added: Taro knows none and drops them silently.
// - What no file of src says is left out: an attribute costs bytes in each template and a comparison in each node drawn, and a
//   touch event that nobody listens to still crosses from the screen to the logic at every move of a finger.
// A `.ts` plugin fails to load.
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '..')
const runtime = path.join(root, '.cache/weapp-components.js')
const named = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea']
// What WeChat's button knows and Taro does not: no notice of WeChat's own when the operator may ask for no more phone numbers.
const lacking = { Button: 'phone-number-no-quota-toast' }
const aria = ['aria-role', 'aria-label', 'aria-hidden', 'aria-live', 'aria-checked']

/** Every word in the sources of the phone: `hoverClass`, `onInput`. */
function words(folder = path.join(root, 'src')) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(file => /\.tsx?$/.test(file.name))
  const text = files.map(file => readFileSync(path.join(file.parentPath ?? file.path, file.name), 'utf8')).join('\n')
  return new Set(text.match(/[A-Za-z]+/g))
}

/** `hover-class` is said as hoverClass, `bindInput` as onInput. */
const saidAs = prop => prop.replace(/^bind/, 'on').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())

/** Taro makes two templates out of `focus`, and says onLongPress for bindLongTap. */
const needs = { bindLongTap: 'onLongPress' }
const always = new Set(['focus', 'value', '$duplicateFromComponent'])

function reduce(components, said) {
  const isSaid = prop => always.has(prop) || said.has(saidAs(prop)) || said.has(needs[prop])
  for (const [name, props] of Object.entries(components)) {
    for (const prop of Object.keys(props)) if (!said.has(name) || !isSaid(prop)) delete props[prop]
    if (lacking[name] && said.has(saidAs(lacking[name]))) props[lacking[name]] = ''
    if (!named.includes(name)) continue
    for (const attribute of aria) if (said.has(saidAs(attribute))) props[attribute] = ''
  }
}

/** Taro makes the view of `catchMove` out of bindTouchMove: it keeps that, and no other view is asked about every move of a finger. */
function catchMoves(template, said) {
  const create = template.createMiniComponents.bind(template)
  template.createMiniComponents = components => {
    const made = create({ ...components, View: { ...components.View, bindTouchMove: '' } })
    if (!said.has('onTouchMove')) delete made.view.bindtouchmove
    return made
  }
}

/** Taro's minifier takes `input` for HTML's, which has no end tag; WeChat refuses the whole file when a component is not closed. */
function closeInputs(template) {
  const modify = template.modifyTemplateResult
  template.modifyTemplateResult = (made, name, ...more) => {
    const whole = modify ? modify.call(template, made, name, ...more) : made
    return name === 'input' ? whole.replaceAll('></input>', '/>') : whole
  }
}

/** The same for the runtime, which reads only the names. */
function codeOf(components) {
  const lists = Object.entries(components).map(([name, props]) => [name, Object.keys(props).join(' ')])
  return `import { internalComponents } from '@tarojs/shared'
const said = ${JSON.stringify(Object.fromEntries(lists))}
for (const name of Object.keys(said))
  internalComponents[name] = Object.fromEntries(said[name].split(' ').filter(Boolean).map(prop => [prop, '']))
`
}

module.exports = ctx => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      const components = platform.template.internalComponents
      const said = words()
      reduce(components, said)
      catchMoves(platform.template, said)
      closeInputs(platform.template)
      mkdirSync(path.dirname(runtime), { recursive: true })
      writeFileSync(runtime, codeOf(components))
      platform.runtimePath = [platform.runtimePath, `post:${runtime}`].flat()
    },
  })
}
