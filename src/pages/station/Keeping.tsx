import { View } from '@tarojs/components'
import { openness, station } from '@domain/station'
import { go, paths, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { AtTheDoor } from './keep/AtTheDoor'
import { DoorCode } from './keep/DoorCode'
import { OpenOrClosed } from './keep/OpenOrClosed'
import { TodayCount } from './keep/TodayCount'
import { Upkeep } from './keep/Upkeep'
import './keep/keep.scss'

/** 驿站 as its clerk sees it: open or not, who waits for a nod, what is broken, how fresh the facts are, the code on the door. */
export function Keeping({ id }: { id: string }) {
  const { data, failure, reload } = useQuery(station.one, { id })
  const now = useNow()
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return (
    <View className="keeping">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      <OpenOrClosed station={data} now={now} />
      <AtTheDoor id={id} first={openness(data, now).open} />
      <Upkeep station={data} now={now} />
      <Button look="quiet" icon="users" onTap={() => go(paths.membershipInvite({ c: data.communityId, station: id }))}>
        交给同事
      </Button>
      <Fold title="打印门口的码">
        <DoorCode id={id} />
      </Fold>
      <Fold title="今天来过的">
        <TodayCount id={id} />
      </Fold>
    </View>
  )
}
