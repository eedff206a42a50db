import { View } from '@tarojs/components'
import { roster } from '@domain/roster'
import { fieldNames, isSensitive } from '@domain/roster/claim'
import { choicesFor, type Choice, type DifferenceLine } from '@domain/roster/reconciling'
import { dayWord } from '@domain/time'
import { go, useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { ways } from '../ways'

interface Props {
  communityId: string
  row: DifferenceLine
  /** The two bodies by name. */
  left: string
  right: string
}

/** One difference: who has what, and what was decided or is to be. */
export function Difference({ communityId, row, left, right }: Props) {
  const now = useNow()
  const settle = useAction(roster.settle)
  const { id, workerId, name, firm, gap, field, choice, by = '', at } = row
  const words: Record<Choice, string> = {
    left: `${left}写的对`,
    right: `${right}写的对`,
    here: '人在这儿',
    gone: '已离开',
  }
  const value = (said: string) => (field && isSensitive(field) ? '不一样' : said)
  return (
    <Card>
      <View className="roster-name">{[name, firm].filter(Boolean).join(' · ')}</View>
      {field ? (
        <View className="roster-two">
          <View className="roster-side">
            <View className="roster-why">{`${left} · ${fieldNames[field]}`}</View>
            <View className="roster-value">{value(row.left)}</View>
          </View>
          <View className="roster-side">
            <View className="roster-why">{`${right} · ${fieldNames[field]}`}</View>
            <View className="roster-value">{value(row.right)}</View>
          </View>
        </View>
      ) : (
        <View className="roster-value">{`只有${gap === 'onlyLeft' ? left : right}的名单上有`}</View>
      )}
      {choice ? (
        <View className="roster-line">{`${words[choice]} · ${by} ${dayWord(at ?? now, now)}`}</View>
      ) : (
        <View className="roster-row">
          {choicesFor(gap).map(one => (
            <Button
              key={one}
              look="quiet"
              inline
              busy={settle.busy}
              onTap={() => settle.run({ communityId, id, choice: one })}
            >
              {words[one]}
            </Button>
          ))}
          <Button look="text" inline onTap={() => go(ways.one(workerId))}>
            看这个人
          </Button>
        </View>
      )}
      <FailureLine failure={settle.failure} />
    </Card>
  )
}
