import { openHub } from './events'
import { sendFile, sendLine } from './files'
import { isOurs, originsOf } from './guard'
import { openHouse, type House } from './house'
import { listen, type Listener } from './listen'
import type { Places } from './open-town'
import { openPhone } from './phone'
import { openRoutes } from './routes'
import { hands } from './town'

/** How a stage is opened. */
export interface StageOptions extends Places {
  /** 0 is any free port. */
  port: number
  /** dist/seed: the town as it is on its first day. */
  seedDir: string
  /** dist/h5 */
  appDir: string
  /** dist/local/weapp */
  weappDir: string
  /** dist/local/page */
  pageDir: string
}

/** An open stage. */
export interface Stage {
  url: string
  close(): Promise<void>
}

/**
 * Opens the stage: the cloud, the page and three phones, all in this process and on this machine's loopback only.
 * @throws Error with one line when the data folder cannot be used or the port is taken
 */
export async function openStage(options: StageOptions): Promise<Stage> {
  let house: House | undefined
  const hub = openHub(count => house?.ring(count > 0))
  house = await openHouse(options, hub)
  const town = house
  let stagePort = 0

  const wanted = (i: number) => (options.port === 0 ? 0 : options.port + 1 + i)
  const phones = await Promise.all(
    hands.map((_, i) =>
      openPhone({
        appDir: options.appDir,
        weappDir: options.weappDir,
        cloud: () => town.open()?.cloud,
        stagePort: () => stagePort,
        wanted: wanted(i),
      }),
    ),
  )
  const listeners: Listener[] = [...phones]

  async function close(): Promise<void> {
    hub.close()
    await Promise.all(listeners.map(listener => listener.close()))
    await town.close()
  }

  const route = openRoutes(
    town,
    hub,
    phones.map(phone => phone.port),
  )
  const frames = phones.flatMap(phone => originsOf(phone.port)).join(' ')
  const policy = `default-src 'self'; img-src 'self' data: blob:; frame-src ${frames}; frame-ancestors 'none'`
  try {
    const stage = await listen([options.port], async (request, response, port) => {
      if (!isOurs(request, port)) return sendLine(response, 403, 'not from here')
      response.setHeader('content-security-policy', policy)
      const { pathname } = new URL(request.url ?? '/', 'http://stage')
      if (pathname === '/events') return hub.open(request, response)
      if (await route(request, response, pathname)) return
      if (!sendFile(options.pageDir, pathname, response)) sendLine(response, 404, 'nothing is here')
    })
    listeners.push(stage)
    stagePort = stage.port
    return { url: `http://127.0.0.1:${stage.port}/`, close }
  } catch (error) {
    await close()
    throw error
  }
}
