import type { Got, Why } from './face'
import { privacyClosed } from './silence'

function textOf(fault: unknown): { errno: number; said: string } {
  const { errno, errMsg } = { errno: 0, errMsg: '', ...(typeof fault === 'object' ? fault : {}) }
  return { errno: Number(errno), said: String(errMsg || fault) }
}

/** Reads WeChat's refusal: its number where it has one, else its words. */
function whyOf(fault: unknown, at: number): Why {
  const { errno, said } = textOf(fault)
  const has = (code: number) => errno === code || said.includes(`errno ${code}`) || said.includes(`"errno":${code}`)
  if (has(112) || /not declared|api banned/.test(said)) return 'undeclared'
  if (has(103) || has(104) || /privacy/.test(said)) return privacyClosed(at)
  if (/auth den|authorize/.test(said)) return 'refused'
  return /cancel/.test(said) ? 'left' : 'off'
}

/**
 * The only way to what WeChat gives with the person's leave: WeChat's own dialogs ask, and every no (errno 103, 104: the privacy text; 112:
 * not declared; `auth deny`) becomes a reason that the page can answer with a way on. Nothing is asked before a tap.
 */
export async function ifAllowed<T>(run: () => Promise<T>): Promise<Got<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (fault) {
    return { ok: false, why: whyOf(fault, Date.now()) }
  }
}

/** The same for what a button of WeChat's answers: its detail has a code, or tells why not. */
export function gaveCode(detail: unknown): Got<string> {
  const { code } = { code: undefined, ...(typeof detail === 'object' ? detail : {}) }
  if (typeof code === 'string' && code !== '') return { ok: true, value: code }
  // 用户拒绝 is `fail user deny`: there is no setting to take it back, he may simply tap again.
  return { ok: false, why: /user deny/.test(textOf(detail).said) ? 'left' : whyOf(detail, Date.now()) }
}
