import { fireEvent, screen } from '@testing-library/react'

/** Waits for words on the screen. */
export const text = (part: string | RegExp) => screen.findByText(part)
/** Taps what is called so. */
export const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
/** Types into the field below a question. */
export async function type(label: string, words: string): Promise<void> {
  const field = (await text(label)).closest('.field')?.querySelector('taro-input-core, taro-textarea-core')
  if (!field) throw new Error(`no field ${label}`)
  fireEvent(field, new CustomEvent('input', { detail: { value: words } }))
}
