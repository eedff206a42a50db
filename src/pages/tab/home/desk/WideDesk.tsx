import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import type { ErrandActing } from '@/components/ErrandActions'
import type { Board } from './board'
import { Drawer } from './Drawer'
import { ErrandRows } from './ErrandRows'
import { Together } from './Together'

interface Props {
  board: Board
  acting: ErrandActing
  riders: readonly RiderCard[] | undefined
}

const waitingTitle = '等派'

/** 等派 | 等答应 | 在办 | 卡住, and the errand that was tapped in a drawer on the right. */
export function WideDesk({ board, acting, riders }: Props) {
  const [openId, setOpenId] = useState<string>()
  const columns: readonly (readonly [string, readonly Errand[]])[] = [
    [waitingTitle, [...board.waiting, ...board.returned]],
    ['等答应', board.offered],
    ['在办', board.going],
    ['卡住', board.stuck],
  ]
  const shown = [...columns.flatMap(([, errands]) => errands), ...board.done].find(errand => errand.id === openId)
  return (
    <>
      <View className={shown ? 'desk-columns desk-columns--beside' : 'desk-columns'}>
        {columns.map(([title, errands]) => (
          <View key={title} className="desk-column">
            <View className="desk-column__title">{`${title} ${errands.length}`}</View>
            {title === waitingTitle && <Together waiting={board.waiting} />}
            {errands.length === 0 && <View className="desk-why">没有</View>}
            <ErrandRows errands={errands} now={acting.now} onOpen={setOpenId} />
          </View>
        ))}
      </View>
      {shown && (
        <Drawer key={shown.id} errand={shown} acting={acting} riders={riders} onClose={() => setOpenId(undefined)} />
      )}
    </>
  )
}
