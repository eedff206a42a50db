import { View } from '@tarojs/components'
import { useState } from 'react'
import { isLater } from '@domain/errand/hands'
import { isInHand, type Errand } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { dotted } from '@domain/line'
import { trades } from '@domain/person'
import { dayName } from '@domain/recurring/day'
import { badgeCodeIn } from '@domain/rider/badge'
import { wordOf } from '@domain/rider/words'
import { clockOf, dayOf } from '@domain/time'
import { go, paths, useNow } from '@/client'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { wechat } from '@/wechat'

/** Somebody is on his way. */
export const isComing = ({ state, riderName }: Errand): boolean => riderName !== undefined && isInHand({ state })

const tradeOf = ({ riderTrade }: Errand): string | undefined => (riderTrade ? wordOf(trades, riderTrade) : undefined)

/** 张师傅（快递）10:50 前到，口令家里人知道: one sentence for the family's own group; no home, no phone, no name of the elder, and not the word. */
export function forwardWords(errand: Errand, now: number): string {
  const trade = tradeOf(errand)
  return `${errand.riderName ?? '师傅'}${trade ? `（${trade}）` : ''}${comingWords(errand, now)}，口令家里人知道`
}

/** A car comes at the beginning of its half hour, what is brought at the latest at its end. */
function comingWords(errand: Errand, now: number): string {
  const { when, ride } = errand
  if (!when) return '在来的路上'
  const day = isLater(errand, now) ? `${dayName(dayOf(when.from))} ` : ''
  return ride ? `${day}${clockOf(when.from)} 来` : `${day}${clockOf(when.until)} 前到`
}

/** 谁来: name, face, trade and plate, and two ways to be sure: his badge, and the word that he says first. */
export function WhoComes({ errand }: { errand: Errand }) {
  const now = useNow()
  const [failure, setFailure] = useState<Failure>()
  const scan = async () => {
    setFailure(undefined)
    try {
      const scanned = await wechat.scan()
      if (scanned === undefined) return
      const code = badgeCodeIn(scanned)
      if (code) void go(paths.riderCheck({ scene: code }))
      else setFailure(new Failure('NO_SUCH_CODE'))
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
  }
  const share = () =>
    wechat.share({
      kind: errand.kind ?? 'other',
      title: forwardWords(errand, now),
      path: paths.errandOne({ id: errand.id }),
    })
  return (
    <Card>
      <View className="one__coming">
        <Avatar name={errand.riderName ?? '师傅'} {...(errand.riderFace ? { face: errand.riderFace } : {})} />
        <View className="one__coming-words">
          <View className="one__coming-name">{errand.riderName}</View>
          <View className="one__secret-line">{dotted(tradeOf(errand), errand.riderPlate)}</View>
        </View>
      </View>
      <Button look="quiet" icon="scan-line" onTap={scan}>
        人到了，扫他的工牌核对
      </Button>
      <Button look="text" icon="share-2" openType="share" onTap={share}>
        告诉家里的群
      </Button>
      <FailureLine failure={failure} />
    </Card>
  )
}
