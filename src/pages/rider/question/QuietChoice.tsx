import { View } from '@tarojs/components'
import type { Quiet } from '@domain/person'
import { Choice, toggled } from '@/components/Choice'
import '../rider.scss'

interface Props {
  quiet: Quiet
  onChange: (quiet: Quiet) => void
}

const ways = [
  { value: 'trade', label: '按我这一行的高峰', hint: '外卖是 11-13、17-19 点，别的没有' },
  { value: 'none', label: '不用歇，什么时候都可以问' },
  { value: 'own', label: '我自己定' },
] as const
const blocks = [7, 9, 11, 13, 15, 17, 19].map(from => ({
  value: `${from}-${from + 2}`,
  label: `${from}-${from + 2} 点`,
}))

/** 几点不打扰: by the trade, never, or hours of his own. */
export function QuietChoice({ quiet, onChange }: Props) {
  const own = quiet === 'trade' ? [] : quiet.map(([from, until]) => `${from}-${until}`)
  const way = quiet === 'trade' ? 'trade' : own.length === 0 ? 'none' : 'own'
  const choose = (chosen: (typeof ways)[number]['value']) =>
    onChange(chosen === 'trade' ? 'trade' : chosen === 'none' ? [] : [[11, 13]])
  const toggle = (block: string) => {
    const chosen = blocks.map(({ value }) => value).filter(value => toggled(own, block).includes(value))
    onChange(chosen.map(value => [Number(value.split('-')[0]), Number(value.split('-')[1])]))
  }
  return (
    <View className="rider-stack">
      <Choice ariaLabel="几点不打扰" options={ways} chosen={way} onChoose={choose} />
      {way === 'own' && <Choice ariaLabel="哪几个钟头" look="chips" options={blocks} chosen={own} onChoose={toggle} />}
    </View>
  )
}
