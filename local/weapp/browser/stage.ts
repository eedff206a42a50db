/** What the stage says to a phone. */
export type Message = Readonly<Record<string, unknown>> & { kind: string }

/** A phone's line to the stage that shows it. */
export interface Line {
  say(kind: string, body?: Readonly<Record<string, unknown>>): void
  /** Asks the stage to play a person's part, and waits as long as he takes. */
  ask(what: string, payload?: unknown): Promise<unknown>
  /** Sends a card; nobody waits for what became of it. */
  share(card: Readonly<Record<string, unknown>>): void
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/

const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' && data !== null && 'xinlin' in data && 'kind' in data && typeof data.kind === 'string'

/** Opens the line. The first message fixes who the stage is; nobody else is heard after it. */
export function openLine(hear: (message: Message) => void): Line {
  const waiting = new Map<string, (value: unknown) => void>()
  let origin: string | undefined
  let asked = 0

  window.addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || window.parent === window || !isMessage(data)) return
    if (origin === undefined ? !loopback.test(from) : from !== origin) return
    origin = from
    if (data.kind !== 'answer') return hear(data)
    const id = String(data['id'])
    waiting.get(id)?.(data['value'])
    waiting.delete(id)
  })

  function say(kind: string, body: Readonly<Record<string, unknown>> = {}): void {
    // Before the stage has spoken there is nothing to say but that this phone listens.
    window.parent.postMessage({ xinlin: 1, kind, ...body }, origin ?? '*')
  }
  const newId = (kind: string): string => `${kind}-${(asked += 1)}`

  return {
    say,
    share: card => say('share', { id: newId('share'), card }),
    ask(what, payload) {
      const id = newId('ask')
      return new Promise(resolve => {
        waiting.set(id, resolve)
        say('ask', { id, what, payload })
      })
    },
  }
}
