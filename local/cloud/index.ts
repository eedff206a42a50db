import { answerDatabase } from './database/actions'
import { adminRoute, type Family } from './gateway/admin'
import { callRoute } from './gateway/call'
import { openCatalog } from './database/catalog'
import { unindexedRule } from './database/unindexed'
import { newListeners, tellOf, type Change } from './database/changes'
import { openClock } from './clock'
import { phoneError } from './codes'
import type { Ledger } from './database/ledger'
import { newFaults } from './faults/faults'
import { processEnv } from './functions/env'
import { openGateway, serve } from './gateway/gateway'
import { inProcess } from './functions/in-process'
import { inThreads } from './functions/in-threads'
import { newInvoker, type Reveal } from './functions/invoke'
import { nestedCalls } from './functions/nested'
import type { Invocation } from './tally'
import { takeFolder } from './store/lock'
import { newLocks } from './transaction/locks'
import { openPush } from './openapi/message-push'
import { revealIn } from './openapi/open-data'
import { apisFor, openapiActions } from './openapi/openapi'
import type { Cloud, CloudOptions } from './options'
import type { Runner } from './functions/runner'
import { newCounter } from './stats'
import { openSeal } from './seal'
import { readRules } from './storage/rules'
import { openStorage } from './storage/storage'
import { storageActions } from './storage/actions'
import { storageRoutes } from './storage/routes'
import { openStore } from './store/store'
import { startTimers } from './timers/timers'
import { statsRoute, tools } from './gateway/tools'
import { openTransactions } from './transaction/transactions'
import { openWeChat } from './openapi/wechat'
import { wechatRoutes } from './openapi/routes'

export type { Change } from './database/changes'
export type { Clock } from './clock'
export type { PhoneError } from './codes'
export type { Fault, FaultRule } from './faults/rule'
export type { CloudFunction } from './functions/in-process'
export type { Cloud, CloudOptions } from './options'
export type { Stats } from './stats'
export type { Invocation, OperationTally, Tally } from './tally'
export type { Asked, SentNotice } from './openapi/ledger'
export type { WeChat } from './openapi/wechat'

/**
 * Starts a local cloud (本地云).
 * @throws Error with one clear line when the port is taken, the data folder cannot be used or the functions cannot be read
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const closers: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await assemble(options, closers, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function assemble(options: CloudOptions, closers: (() => unknown)[], close: () => Promise<void>): Promise<Cloud> {
  const { dataDir, ephemeral = false } = options
  closers.push(takeFolder(dataDir))
  const kept = ephemeral ? undefined : dataDir
  const clock = openClock(kept)
  const wechat = openWeChat(kept)
  closers.push(wechat.saved)
  const seal = openSeal(dataDir)
  const storage = openStorage(dataDir, clock, seal, readRules(options.storageRules ?? closed))
  const world = { wechat, clock, storage, seal }
  const counter = newCounter()
  const changes = newListeners<Change>()
  const store = (options.openStore ?? openStore)(dataDir, stop, { noSync: ephemeral })
  closers.push(() => store.close())
  const catalog = await openCatalog(store, options.schema)
  const gateway = await openGateway(options.port ?? 0)
  closers.push(() => gateway.close())
  const { url } = gateway
  const env = processEnv(url)
  const runner: Runner =
    options.functionsDir === undefined
      ? inProcess(options.functions ?? {}, env, clock)
      : inThreads(options.functionsDir, env)
  closers.push(() => runner.close())

  const ledger: Ledger = {
    store,
    catalog,
    clock,
    locks: newLocks(),
    unindexed: unindexedRule(options.unindexed ?? 'refuse', counter),
    onWrite: written => tellOf(written).forEach(changes.tell),
  }
  const transactions = openTransactions(ledger)
  closers.push(transactions.close)
  const faults = newFaults(clock, counter)
  closers.push(faults.clear)
  const reveal: Reveal = (event, openid) => revealIn(event, openid, world)
  const onEnd = ({ id }: Invocation): void => transactions.abandon(id)
  const invoker = newInvoker({ runner, clock, counter, faults, reveal, onEnd })
  const families: Record<string, Family> = {
    database: async (action, request, session, meter) =>
      (await transactions.answer(action, request, meter, session?.invocation.id)) ?? {
        data: await answerDatabase(ledger, action, request, meter),
      },
    functions: nestedCalls(invoker),
    storage: storageActions(storage, url),
    wx: openapiActions(apisFor(options.templates), world, fn => runner.config(fn)?.openapi ?? []),
  }
  const ring = (fn: string): Promise<unknown> => {
    const name = runner.config(fn)?.triggers[0]?.name ?? fn
    return invoker.invoke(
      fn,
      { openid: null, source: 'wx_trigger' },
      { Type: 'Timer', TriggerName: name, Time: new Date(clock.now()).toISOString(), Message: '' },
    )
  }
  const shared = [callRoute(invoker), ...storageRoutes(storage, counter), wechatRoutes(world), statsRoute(counter)]
  const { messages = {} } = options
  for (const [event, fn] of Object.entries(messages))
    if (!runner.config(fn)) throw new Error(`the message ${event} is for ${fn}, which is no function`)
  const deliverMessages = openPush(world, messages, (fn, event) => invoker.invoke(fn, fromWeChat, event))
  const trigger: Cloud['trigger'] = (fn, { times } = {}) =>
    times === undefined ? ring(fn) : Promise.all(Array.from({ length: times }, () => ring(fn)))
  const origins = (): readonly string[] => options.origins?.() ?? []
  gateway.open(
    [adminRoute({ families, invoker, counter, faults }), ...shared, ...tools(clock, trigger, faults)],
    origins,
  )

  return {
    url,
    env,
    clock,
    wechat,
    changes: { on: changes.on },
    call: (fn, openid, event) =>
      invoker
        .invoke(fn, { openid, source: 'wx_client' }, event)
        .catch((error: unknown) => Promise.reject(phoneError(error))),
    trigger,
    startTimers({ everyMs } = {}) {
      const stopTimers = startTimers(runner, clock, trigger, everyMs)
      const delivering = setInterval(() => void deliverMessages(), deliverMs)
      delivering.unref()
      const stopAll = (): void => {
        stopTimers()
        clearInterval(delivering)
      }
      closers.push(stopAll)
      return stopAll
    },
    deliverMessages,
    faults,
    stats: counter.read,
    resetStats: counter.reset,
    handle: async (request, response) => mounted.test(request.url ?? '') && serve(request, response, shared, origins()),
    close,
  }
}

/** WeChat's own call: what SOURCE says there, and whether an OPENID comes with it, nobody could look up. */
const fromWeChat = { openid: null, source: 'wx_unknown' }

/** How often WeChat looks what is due. */
const deliverMs = 500

/** 仅管理端可读写: what a bucket's rules are before anybody wrote some. */
const closed = { read: false, write: false } as const

/** What `handle` answers for another server. */
const mounted = /^\/(call|storage|wechat)\/|^\/stats(\?|$)/

/** A write that did not reach the disk: nothing that is in memory can be trusted any more. */
function stop(error: Error): never {
  process.stderr.write(`local cloud: ${error.message}\n`)
  process.exit(1)
}
