import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { getComponentsAlias, internalComponents } from '@tarojs/shared'

type Components = Record<string, Record<string, string>>
interface Template {
  internalComponents: Components
  componentsAlias: Components
  createMiniComponents(components: Components): Components
}
interface Platform {
  template: Template
  runtimePath: string | string[]
}
type Plugin = (taro: { registerMethod(method: { fn(platform: Platform): void }): void }) => void

const { RecursiveTemplate } = jest.requireActual<{ RecursiveTemplate: new () => Template }>(
  '@tarojs/shared/dist/template',
)
const plugin = jest.requireActual<Plugin>('../../config/plugin-templates.cjs')

/** What Taro does when it sets up a build for WeChat: the plugin is handed the platform. */
const platform: Platform = { template: new RecursiveTemplate(), runtimePath: 'taro/runtime' }
plugin({ registerMethod: method => method.fn(platform) })

const { template } = platform
const file = platform.runtimePath[1]?.replace('post:', '') ?? ''
runInNewContext(readFileSync(file, 'utf8').replace(/^import .*\n/, ''), { internalComponents })

const inTemplates: Components = getComponentsAlias(template.internalComponents)
const inRuntime: Components = getComponentsAlias(internalComponents)

test('a prop has the same name on the wire where it is sent and where it is drawn', () => {
  expect(Object.keys(inTemplates)).toContain('input')
  for (const name of Object.keys(inTemplates))
    expect({ name, ...inRuntime[name] }).toEqual({ name, ...inTemplates[name] })
})

test('what we say reaches WeChat, aria too; what nobody says is in no template', () => {
  expect(Object.keys(inTemplates.view ?? {})).toEqual(expect.arrayContaining(['hoverClass', 'ariaRole', 'ariaLabel']))
  expect(Object.keys(inTemplates.input ?? {})).toEqual(expect.arrayContaining(['value', 'placeholder', 'maxlength']))
  expect(Object.keys(inTemplates.view ?? {})).not.toContain('hoverStayTime')
})

test('only the view behind a sheet is asked about every move of a finger', () => {
  template.componentsAlias = inTemplates
  const made = template.createMiniComponents(template.internalComponents)
  expect(made['catch-view']).toHaveProperty('catchtouchmove')
  expect(made.view).not.toHaveProperty('bindtouchmove')
})
