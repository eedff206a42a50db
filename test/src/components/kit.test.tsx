import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { CallButton } from '@/components/CallButton'
import { Choice, toggled } from '@/components/Choice'
import { Dialog } from '@/components/Dialog'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Fold } from '@/components/Fold'
import { Switch } from '@/components/Switch'
import { Tag } from '@/components/Tag'

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('a button', () => {
  test('swallows the second tap until the first one is answered', async () => {
    let answer = () => {}
    const send = jest.fn(() => new Promise<void>(resolve => (answer = resolve)))
    render(<Button onTap={send}>接单</Button>)
    tap('接单')
    tap('接单')
    expect(send).toHaveBeenCalledTimes(1)
    await act(async () => answer())
    tap('接单')
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('does nothing while it is busy or disabled', () => {
    const send = jest.fn()
    render(
      <>
        <Button busy onTap={send}>
          接单
        </Button>
        <Button disabled onTap={send}>
          请社区派人
        </Button>
      </>,
    )
    tap('接单')
    tap('请社区派人')
    expect(send).not.toHaveBeenCalled()
  })

  test('is a button with its name in the browser too, where only WeChat can answer it', () => {
    render(
      <Button openType="share" ariaLabel="把这一单发到群里">
        发到群里
      </Button>,
    )
    expect(screen.getByRole('button', { name: '把这一单发到群里' }).tagName).toBe('TARO-BUTTON-CORE')
  })

  test('is pressed with Enter, for the desk at a keyboard', () => {
    const send = jest.fn()
    render(<Button onTap={send}>派给张师傅</Button>)
    const button = screen.getByRole('button', { name: '派给张师傅' })
    expect(button.getAttribute('tabindex')).toBe('0')
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(send).toHaveBeenCalledTimes(1)
  })
})

describe('choosing', () => {
  const options = ['少盐', '软一点'].map(value => ({ value, label: value }))

  test('one of several is a radio; the chosen one says so', () => {
    const choose = jest.fn()
    render(<Choice label="口味" options={options} chosen="少盐" onChoose={choose} />)
    expect(screen.getByRole('radio', { name: '少盐' }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByRole('radio', { name: '软一点' }).getAttribute('aria-checked')).toBe('false')
    fireEvent.click(screen.getByRole('radio', { name: '软一点' }))
    expect(choose).toHaveBeenCalledWith('软一点')
  })

  test('several may be chosen, and taken back', () => {
    function Tastes() {
      const [tastes, setTastes] = useState<string[]>([])
      return <Choice options={options} chosen={tastes} onChoose={value => setTastes(toggled(tastes, value))} />
    }
    render(<Tastes />)
    const box = () => screen.getByRole('checkbox', { name: '少盐' })
    fireEvent.click(box())
    expect(box().getAttribute('aria-checked')).toBe('true')
    fireEvent.click(box())
    expect(box().getAttribute('aria-checked')).toBe('false')
  })

  test('我有空 and 不打扰 are both words; a tap on what already holds changes nothing', () => {
    const change = jest.fn()
    render(<Switch on onSwitch={change} />)
    fireEvent.click(screen.getByRole('radio', { name: '我有空' }))
    expect(change).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('radio', { name: '不打扰' }))
    expect(change).toHaveBeenCalledWith(false)
  })
})

test('a field gives what is typed and says under itself what is wrong', () => {
  const type = jest.fn()
  const { container } = render(<Field label="店名" value="" onInput={type} error="写一下店名，师傅好找" />)
  const input = container.querySelector('taro-input-core')
  if (!input) throw new Error('no input')
  fireEvent(input, new CustomEvent('input', { detail: { value: '包子铺' } }))
  expect(type).toHaveBeenCalledWith('包子铺')
  expect(screen.getByRole('alert').textContent).toBe('写一下店名，师傅好找')
})

test('a dialog asks in its own words and waits for the answer', () => {
  const [stop, keep] = [jest.fn(), jest.fn()]
  const dialog = (open: boolean) => (
    <Dialog open={open} title="取消这一单？" confirm="不用了" onConfirm={stop} onCancel={keep}>
      张师傅已接，会马上告诉他
    </Dialog>
  )
  const { rerender } = render(dialog(false))
  expect(screen.queryByText('取消这一单？')).toBeNull()
  rerender(dialog(true))
  tap('不用了')
  tap('先不')
  expect([stop.mock.calls.length, keep.mock.calls.length]).toEqual([1, 1])
})

test('a failure says its sentence, tries again and leaves the call one tap away', async () => {
  const [retry, call] = [jest.fn(() => Promise.resolve()), jest.fn()]
  render(
    <Failed onRetry={retry} foot={<CallButton number="0570-1234567" onCall={call} />}>
      没连上，网络好了再试一次
    </Failed>,
  )
  tap('再试一次')
  tap('打电话给社区')
  await waitFor(() => expect(retry).toHaveBeenCalledTimes(1))
  expect(call).toHaveBeenCalledWith('0570-1234567')
})

test('what is folded is not drawn until it is opened', () => {
  render(
    <Fold title="今天办好" count={7}>
      爸爸的午饭
    </Fold>,
  )
  expect(screen.queryByText('爸爸的午饭')).toBeNull()
  tap('今天办好 7，展开')
  expect(screen.getByText('爸爸的午饭')).toBeTruthy()
})

test('a state is a word and an icon, in every tone', () => {
  for (const tone of ['waiting', 'going', 'done', 'stuck', 'plain'] as const) {
    const { container, unmount } = render(<Tag tone={tone}>在办</Tag>)
    expect(container.textContent).toBe('在办')
    expect(container.querySelector('.icon')).not.toBeNull()
    unmount()
  }
})
