import { View } from '@tarojs/components'
import { moneyStanding, waitsForMoney } from '@domain/errand/money'
import type { Errand } from '@domain/errand/record'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { windowWords } from '@domain/time'
import { go, paths, useNow } from '@/client'
import { useErrandActions } from '@/client/use-errand-actions'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { ErrandActions, errandCard } from '@/components/ErrandActions'
import { ListCard } from '@/components/ListCard'
import { Notice } from '@/components/Notice'
import { ofCards, Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import { Tag } from '@/components/Tag'

/** First what waits for a tap of the family, then what comes first. */
function byNeed(a: Errand, b: Errand): number {
  const waits = ({ state }: Errand) => (state === 'delivered' ? 0 : state === 'returned' ? 1 : 2)
  return waits(a) - waits(b) || (a.when?.from ?? 0) - (b.when?.from ?? 0)
}

/** What the first screen has room for: 收到了, 钱给了, and a call to whoever is coming. */
const onHome = ['confirm', 'allowMore', 'pay', 'reveal'] as const

/** 正在办的: the first one whole, with 收到了 when it has come; the others as cards that open. */
export function FamilyHomeGoing({ errands }: { errands: readonly Errand[] }) {
  const acting = useErrandActions()
  const now = useNow()
  const [first, ...others] = [...errands].sort(byNeed)
  const open = (id: string) => void go(paths.errandOne({ id }))
  if (!first) return null
  const { words, tone } = standing(first, 'family', now)
  const money = waitsForMoney(first) ? moneyStanding(first, 'family') : undefined
  return (
    <Section title="正在办的">
      <Card>
        <View className="home__going" hoverClass="pressed" ariaRole="button" onClick={() => open(first.id)}>
          {first.riderName && <Avatar name={first.riderName} face={first.riderFace} />}
          <View className="home__going-words">
            <View className="home__going-title">{titleOf(first, 'family')}</View>
            <View className="home__going-when">{first.when ? windowWords(first.when, now) : ''}</View>
          </View>
        </View>
        <Tag tone={tone}>{words}</Tag>
        {money && <Notice tone="waiting">{money}</Notice>}
        <ErrandActions errand={first} side="family" acting={acting} verbs={onHome} compact />
      </Card>
      <Screenful rows={others} most={ofCards}>
        {shown => shown.map(one => <ListCard key={one.id} card={errandCard(one, 'family', now)} onOpen={open} />)}
      </Screenful>
    </Section>
  )
}
