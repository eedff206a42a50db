import { View } from '@tarojs/components'
import { errand as errands } from '@domain/errand'
import { isSent } from '@domain/errand/kind/parcel'
import { moneyStanding, settledAccount } from '@domain/errand/money'
import type { Errand } from '@domain/errand/record'
import { sideOf, type Side } from '@domain/errand/side'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { may } from '@domain/operation'
import { mayRecur } from '@domain/recurring/record'
import type { Me } from '@domain/role'
import { go, paths, useHat, useMe, useNow, useQuery, type Hat } from '@/client'
import { asItWillBe } from '@/client/outbox/tap'
import { useOutbox } from '@/client/outbox/use-outbox'
import { useErrandActions } from '@/client/use-errand-actions'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { drawn, ErrandActions, kindOf } from '@/components/ErrandActions'
import { Fold } from '@/components/Fold'
import { KindSquare } from '@/components/KindSquare'
import { Notice } from '@/components/Notice'
import { Tag } from '@/components/Tag'
import { Timeline } from '@/components/Timeline'
import { FreeOfCharge } from '../FreeOfCharge'
import { Kept } from '../Kept'
import { TellDesk } from '../TellDesk'
import { ShareErrand } from '../ShareErrand'
import { Again } from './Again'
import { Facts } from './Facts'
import { momentsOf } from './moments'
import { OtherLeg } from './OtherLeg'
import { Photo } from './Photo'
import { Report } from './Report'
import { Secrets } from './Secrets'
import { useSeen } from './use-seen'
import { isComing, WhoComes } from './WhoComes'
import { kinds } from '@domain/errand/record'

/** The side this person reads from: at the desk he is the desk, also for his own family's errand. */
export function readingSide(errand: Errand, me: Me, hat: Hat): Side {
  const isDesk = may(errands.board, me, { communityId: errand.communityId })
  return isDesk && hat === 'desk' ? 'desk' : sideOf(errand, isDesk)
}

const atDoor: readonly string[] = ['accepted', 'underway', 'delivered', 'failed']
/** While he has it, and after he was there: the cloud takes it for a day. */
const mayTell = ({ state }: Errand): boolean => atDoor.includes(state)

/** Some words of it wait for the desk; the errand itself goes on. */
const waitsWords = {
  family: '有几句话社区看过后，师傅才看得到。单子照常办',
  rider: '有几句话社区正在看，着急就打电话给社区',
  desk: '有几句话还没放行，在首页“要看一眼的”里',
} as const

export function OneErrand({ errand: told }: { errand: Errand }) {
  const { taps } = useOutbox()
  const errand = asItWillBe(told, taps)
  const me = useMe()
  const now = useNow()
  const { hat } = useHat(errand.communityId)
  const acting = useErrandActions()
  useSeen(told)
  const side = readingSide(errand, me, hat)
  const { main, plain } = drawn(errand, me, side, now)
  const dispatches = [main, ...plain].some(action => action?.verb === 'dispatch' || action?.verb === 'reassign')
  const riders = useQuery(errands.riders, dispatches ? { communityId: errand.communityId } : null)
  const { words, tone } = standing(errand, side, now)
  const money = moneyStanding(errand, side)
  const isOver = errand.state === 'confirmed' || errand.state === 'cancelled'
  return (
    <View className="one">
      <View className="one__head">
        <KindSquare icon={kinds[kindOf(errand)].icon} />
        <View className="one__title">{titleOf(errand, side)}</View>
      </View>
      <Tag tone={tone}>{words}</Tag>
      <Kept errandId={errand.id} />
      {errand.waits && errand.waits.length > 0 && side !== 'passerby' && (
        <Notice tone="waiting">{waitsWords[side]}</Notice>
      )}
      {money && <Notice tone={errand.account === settledAccount ? 'plain' : 'waiting'}>{money}</Notice>}
      {side === 'family' && isComing(errand) && <WhoComes errand={errand} />}
      <Secrets errand={errand} side={side} />
      <Card>
        <Facts errand={errand} side={side} now={now} />
      </Card>
      {errand.proof?.photo && (
        <Photo id={errand.id} of={errands.photo} words={isSent(errand) ? '寄件的小票' : '送到时拍的照片'} />
      )}
      {errand.bill?.receipt && <Photo id={errand.id} of={errands.receipt} words="小票" />}
      <ErrandActions errand={errand} side={side} acting={acting} riders={riders.data?.rows} />
      {errand.my.includes('rider') && mayTell(errand) && <TellDesk errand={errand} />}
      {(side === 'family' || side === 'desk') && (errand.state === 'requested' || errand.state === 'dispatched') && (
        <ShareErrand errand={errand} />
      )}
      {errand.tripId && <OtherLeg errand={errand} side={side} acting={acting} />}
      {side === 'family' && isOver && (
        <Button look="quiet" icon="refresh-cw" onTap={() => go(paths.errandAsk({ again: errand.id }))}>
          再来一次
        </Button>
      )}
      {(side === 'family' || side === 'desk') && mayRecur(errand.kind) && <Again errand={errand} side={side} />}
      {errand.timeline && errand.timeline.length > 0 && (
        <Fold title="这一单的经过" open={side !== 'rider'}>
          <Timeline moments={momentsOf(errand, now)} />
        </Fold>
      )}
      <Report errand={errand} side={side} />
      <FreeOfCharge />
    </View>
  )
}
