import type { IncomingMessage, ServerResponse } from 'node:http'

/** What the stage's page is told, one line of server-sent events each. `kind` names it; the page knows the rest (page/wire.ts). */
export type StageEvent = { kind: string } & Record<string, unknown>

/** The one stream that each open stage page holds. */
export interface Hub {
  /** Keeps a page's stream open until it goes away. */
  open(request: IncomingMessage, response: ServerResponse): void
  tell(event: StageEvent): void
  /** How many stages are open. */
  count(): number
  close(): void
}

/** Opens the hub; `onCount` hears each time a stage opens or goes. */
export function openHub(onCount: (count: number) => void = () => undefined): Hub {
  const pages = new Set<ServerResponse>()
  return {
    open(request, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      })
      response.write('retry: 1000\n\n')
      pages.add(response)
      request.on('close', () => {
        pages.delete(response)
        onCount(pages.size)
      })
      onCount(pages.size)
    },
    tell(event) {
      const line = `data: ${JSON.stringify(event)}\n\n`
      for (const page of pages) page.write(line)
    },
    count: () => pages.size,
    close() {
      for (const page of pages) page.end()
      pages.clear()
    },
  }
}

/** A change of the database as a page may hear it: which collection of which community, and nothing of the record. */
export function changed(change: { collection: string; communityId?: string | undefined }): StageEvent {
  const { collection, communityId } = change
  return { kind: 'changed', collection, ...(communityId === undefined ? {} : { communityId }) }
}
