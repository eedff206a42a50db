import { View } from '@tarojs/components'
import { whatWords, type Change } from '@domain/membership'
import { clockOf, dayWord } from '@domain/time'

/** 昨天 10:07 · 小林来了：助理（李书记请的）. */
export function ChangeLine({ change, now }: { change: Change; now: number }) {
  const { at } = change
  return <View className="membership-line">{`${dayWord(at, now)} ${clockOf(at)} · ${changeWords(change)}`}</View>
}

function changeWords(change: Change): string {
  const { how, who, by } = change
  const what = whatWords(change)
  if (how === 'accepted') return `${who}来了：${what}（${by}请的）`
  if (how === 'takenBack') return `${by}收回了邀请：${what}`
  return who === by ? `${who}不做${what}了` : `${who}不做${what}了（${by}办的）`
}
