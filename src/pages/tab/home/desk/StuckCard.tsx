import { View } from '@tarojs/components'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { standing, waitsInShop } from '@domain/errand/standing'
import { spanWords } from '@domain/time'
import { Card } from '@/components/Card'
import { ErrandActions, type ErrandActing } from '@/components/ErrandActions'
import { Tag } from '@/components/Tag'
import { resolving, shopVerbs } from './choices'
import { DeskHead } from './DeskHead'
import { ResolveButton } from './ResolveButton'
import { VerifyHousehold } from './VerifyHousehold'

interface Props {
  errand: Errand
  acting: ErrandActing
  riders: readonly RiderCard[] | undefined
  onOpen: () => void
  /** This card holds the one red button of the screen. */
  loud?: boolean
}

/** 卡住: the reason as a sentence, and the one button that resolves it; of one who waits in a shop the answer and the telephones. */
export function StuckCard({ errand, acting, riders, onOpen, loud = false }: Props) {
  const way = resolving(errand, acting.me, acting.now)
  return (
    <Card stuck>
      <Tag tone="stuck">{standing(errand, 'desk', acting.now).words}</Tag>
      {errand.escalated && <View className="desk-waited">{`卡了 ${spanWords(acting.now - errand.escalated.at)}`}</View>}
      <DeskHead errand={errand} now={acting.now} onOpen={onOpen} />
      {errand.newcomer ? (
        <VerifyHousehold errand={errand} acting={acting} loud={loud} />
      ) : waitsInShop(errand) ? (
        <ErrandActions errand={errand} side="desk" acting={acting} verbs={shopVerbs} compact />
      ) : (
        way && <ResolveButton errand={errand} acting={acting} action={way} riders={riders} loud={loud} />
      )}
    </Card>
  )
}
