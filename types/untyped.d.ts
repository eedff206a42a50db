// Packages without types of their own: the part that is used here.
declare module 'pngjs' {
  export class PNG {
    static sync: { read(file: Uint8Array): PNG; write(picture: PNG): Buffer }
    constructor(size?: { width?: number; height?: number })
    width: number
    height: number
    data: Buffer
  }
}
declare module 'miniprogram-simulate/src/api' {
  const api: Readonly<Record<string, unknown>>
  export default api
}
declare module 'glass-easel-miniprogram-adapter' {
  import type { GeneralBackendContext, GeneralComponent, GeneralComponentDefinition } from 'glass-easel'

  interface Registered {
    _$: GeneralComponentDefinition
  }
  interface Building {
    definition(options: object): Building
    pageDefinition(options: object): Building
    register(): Registered
  }
  export interface Space {
    addComponentStaticConfig(path: string, json: object): void
    addCompiledTemplate(path: string, template: object): void
    component(path: string): Building
    behavior(): { definition(options: object): { register(): unknown } }
    getComponentSpace(): { setGlobalUsingComponent(tag: string, definition: GeneralComponentDefinition): void }
    prepareComponentOptions(path: string, options?: object): [Record<string, unknown>, unknown]
  }
  interface Root {
    get(): Record<string, unknown>
    getComponent(): GeneralComponent
    attach(parent: unknown, placeholder: unknown): void
    release(): void
  }
  export class MiniProgramEnv {
    createCodeSpace(id: string, isMain: boolean): Space
    associateBackend(backend: GeneralBackendContext): { createRoot(tag: string, space: Space, path: string): Root }
  }
}
