import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { care, careKinds, type CareLine } from '@domain/care'
import { errand } from '@domain/errand'
import type { Revealed } from '@domain/household/revealed'
import { isKeyOf } from '@domain/key'
import { dotted } from '@domain/line'
import { clockOf, dayWord } from '@domain/time'
import { go, paths, useAction, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { DoorAndPhones, FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Tag } from '@/components/Tag'
import { wechat } from '@/wechat'
import { SettleSheet } from './SettleSheet'

/** What somebody saw, who and when, and the household's number by the logged tap; ticked off with what was done, or let stand as a note, or not. */
export function CareCard({ told }: { told: CareLine }) {
  const { id, kind, elder, who, words, why, at, happenedAt, errandId, householdId } = told
  const now = useNow()
  const approve = useAction(care.approve)
  const remove = useAction(care.remove)
  const reveal = useAction(errand.reveal)
  const [shown, setShown] = useState<Revealed>()
  const [settling, setSettling] = useState(false)
  const [looking, setLooking] = useState(false)
  const photo = useQuery(care.photo, looking ? { id } : null)
  const isNote = kind === 'note'
  const busy = approve.busy || remove.busy
  const seenAt = happenedAt ?? at
  const when = `${dayWord(seenAt, now)} ${clockOf(seenAt)}${happenedAt === undefined ? '' : `，${clockOf(at)} 收到消息`}`
  return (
    <Card>
      <View className="care__title">{dotted(isKeyOf(careKinds, kind) ? careKinds[kind] : '有一件事', elder)}</View>
      <View className="care__line">{`${who}说的，${when}`}</View>
      {words && <View className="care__words">{words}</View>}
      {why && <Tag tone="waiting">{`家里请去掉：${why}`}</Tag>}
      {kind === 'unwell' && <Notice tone="stuck">先打电话问问。急病打 120</Notice>}
      {photo.data && <Image className="care__photo" src={photo.data.url} mode="widthFix" ariaLabel="师傅拍的照片" />}
      {shown && <DoorAndPhones revealed={shown} onCall={number => void wechat.phoneCall(number)} />}
      {!isNote && householdId && !shown && (
        <Button
          look="quiet"
          icon="phone"
          busy={reveal.busy}
          onTap={async () => setShown(await reveal.run({ id: errandId, householdId }))}
        >
          看号码（家里会看到记录）
        </Button>
      )}
      <View className="care__row">
        {isNote ? (
          <>
            <Button look="quiet" inline icon="check" busy={busy} onTap={() => approve.run({ id })}>
              {why ? '留着' : '给来的人看'}
            </Button>
            <Button look="quiet" inline icon="x" busy={busy} onTap={() => remove.run({ id })}>
              {why ? '去掉' : '不用'}
            </Button>
          </>
        ) : (
          <Button inline icon="check" onTap={() => setSettling(true)}>
            办了，记一句
          </Button>
        )}
        {told.photo && !looking && (
          <Button look="text" inline icon="eye" onTap={() => setLooking(true)}>
            看照片
          </Button>
        )}
        <Button look="text" inline onTap={() => go(paths.errandOne({ id: errandId }))}>
          看这一单
        </Button>
      </View>
      <FailureLine failure={reveal.failure ?? approve.failure ?? remove.failure ?? photo.failure} />
      {settling && <SettleSheet told={told} onClose={() => setSettling(false)} />}
    </Card>
  )
}
