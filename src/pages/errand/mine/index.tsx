import { go, paths, useCommunity } from '@/client'
import { Button } from '@/components/Button'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../CallCommunity'
import { MinePage } from './MinePage'

/** 我的点单: what is going on, and what is done, with 再来一次. */
export default function ErrandMine() {
  const { id } = useCommunity()
  const ask = (
    <Button icon="hand-helping" onTap={() => go(paths.errandAsk())}>
      请人帮忙
    </Button>
  )
  return (
    <Screen bar={ask}>
      <MinePage />
      <CallCommunity communityId={id} />
    </Screen>
  )
}
