import type { Given } from '../outside'
import { isRefusal, refusals } from './words'

/** WeChat's way to be called: an object with what is wanted and, where no promise is, with who is told. */
export type Said = Readonly<Record<string, unknown>>

type Told = (answer: object) => void
const isTold = (value: unknown): value is Told => typeof value === 'function'

/** One of WeChat's asynchronous functions. */
export type Asynchronous = (said?: Said) => unknown

/**
 * Makes an asynchronous function of WeChat out of what it does: `{ errMsg: 'name:ok', … }`, or `name:fail …` with the reason; a promise
 * unless `success`, `fail` or `complete` is given.
 */
export function answering(
  name: string,
  does: (said: Said) => object | undefined | Promise<object | undefined>,
): Asynchronous {
  return (said = {}) => {
    const { success, fail, complete } = said
    const answer = Promise.resolve()
      .then(() => does(said))
      .then(made => ({ errMsg: `${name}:ok`, ...made }))
    if (![success, fail, complete].some(isTold)) return answer.catch(fault => Promise.reject(failed(name, fault)))
    void answer.then(
      made => tell(made, success, complete),
      (fault: unknown) => tell(failed(name, fault), fail, complete),
    )
    return undefined
  }
}

function tell(answer: object, ...listeners: unknown[]): void {
  for (const listener of listeners) if (isTold(listener)) listener(answer)
}

/** As a mini-program sees a failure: the cloud's own words stay, and a refusal has its number. */
export function failed(name: string, fault: unknown): object {
  if (isRefusal(fault)) {
    const { fail, ...numbers } = fault
    return { errMsg: `${name}:fail ${fail}`, ...numbers }
  }
  if (typeof fault === 'object' && fault !== null && 'errMsg' in fault && typeof fault.errMsg === 'string')
    return { errCode: 'errCode' in fault ? fault.errCode : undefined, errMsg: fault.errMsg }
  return { errMsg: `${name}:fail ${fault instanceof Error ? fault.message : String(fault)}` }
}

/** What was given. @throws the refusal, in WeChat's words */
export function taken<T>(given: Given<T>): T {
  if (given.ok) return given.value
  throw refusals[given.no]
}

/** A text that WeChat was given. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A number, where one was given. */
export const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
