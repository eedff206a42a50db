/** What a browser has and the logic of a mini-program has not; there they are undefined, and using one throws. */
const absent =
  `window document frames self location navigator history screen alert confirm prompt XMLHttpRequest WebSocket fetch Headers
  Request Response FormData Blob File FileReader URL URLSearchParams TextEncoder TextDecoder AbortController structuredClone process Buffer
  setImmediate queueMicrotask requestAnimationFrame cancelAnimationFrame crypto performance MessageChannel BroadcastChannel Worker
  indexedDB localStorage sessionStorage Image Event CustomEvent EventTarget MutationObserver IntersectionObserver Element HTMLElement
  Node parent top customElements matchMedia getComputedStyle`
    .split(/\s+/)
    .filter(Boolean)

/** WeChat's `require`: at once within what is loaded, or a promise of a script of any package, which is loaded for it. */
export interface Require {
  (said: string): unknown
  async(said: string): Promise<unknown>
}

/** Runs one script: `require`, its module and its exports. */
export type Script = (require: Require, module: { exports: unknown }, exports: unknown) => void

/** How code becomes a script that sees what a mini-program sees and nothing of the browser around it. */
export type Compile = (file: string, code: string) => Script

/** Makes the scope of a mini-program's logic, with `given` (wx, App, Page …) as its only globals beside the language's own. */
export function openScope(given: Readonly<Record<string, unknown>>): Compile {
  const world: Record<string, unknown> = {}
  const refuse = (what: string) => (): never => {
    throw new EvalError(`${what} is not available in a mini-program`)
  }
  const fromText = new Proxy(Function, {
    apply: (_, __, said: unknown[]) => made(said),
    construct: (_, said: unknown[]) => made(said),
  })
  /** `Function('return this')` is how libraries ask for the global object; anything else is code from text. */
  function made(said: unknown[]): () => unknown {
    if (said.length === 1 && /^return this;?$/.test(String(said[0]))) return () => world
    return refuse('new Function')()
  }
  const known = { ...given, global: world, globalThis: world, Function: fromText, eval: refuse('eval') }
  const names = [...Object.keys(known), ...absent]
  const values = Object.values(known)
  return (file, code) => {
    // The script is a function of its own inside, so that its "use strict" does not forbid the name `eval` to the scope.
    const body = `return function (require, module, exports) {${code}\n}\n//# sourceURL=weapp:///${file}`
    const script: unknown = new Function(...names, body)(...values)
    if (!isScript(script)) throw new Error(`${file} is no script`)
    return (require, module, exports) => script.call(undefined, require, module, exports)
  }
}

const isScript = (value: unknown): value is Script => typeof value === 'function'
