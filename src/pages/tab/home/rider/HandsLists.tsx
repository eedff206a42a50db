import { View } from '@tarojs/components'
import type { ErrandActing } from '@/components/ErrandActions'
import { errandCard } from '@/components/ErrandActions'
import { Fold } from '@/components/Fold'
import { ListCard } from '@/components/ListCard'
import { ofCards, Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import { go, paths } from '@/client'
import type { Hands } from './hands'
import { InHandCard } from './InHandCard'
import { OfferCard } from './OfferCard'
import { OwedCard } from './OwedCard'

/** What is done with an errand of another day; the rest has time until then. */
const untilThen = ['handBack'] as const

interface Props {
  hands: Hands
  acting: ErrandActing
}

/** What he carries, what he is asked, what is open to whoever passes; only the first of all has the red button. */
export function HandsLists({ hands, acting }: Props) {
  const { inHand, ahead, standingBy, owed, asked, pool, settling } = hands
  const [first] = [...inHand, ...standingBy, ...owed, ...asked, ...pool]
  return (
    <>
      {inHand.length > 0 && (
        <Section title="手上的">
          {inHand.map(one => (
            <InHandCard key={one.id} errand={one} acting={acting} loud={one === first} />
          ))}
        </Section>
      )}
      {ahead.length > 0 && (
        <Section title="约好的">
          {ahead.map(one => (
            <OfferCard key={one.id} errand={one} acting={acting} loud={false} verbs={untilThen} />
          ))}
        </Section>
      )}
      {standingBy.length > 0 && (
        <Section title="备着的">
          {standingBy.map(one => (
            <OfferCard key={one.id} errand={one} acting={acting} loud={one === first} />
          ))}
        </Section>
      )}
      {owed.length > 0 && (
        <Section title="没算清的账">
          {owed.map(one => (
            <OwedCard key={one.id} errand={one} acting={acting} loud={one === first} />
          ))}
        </Section>
      )}
      {asked.length > 0 && (
        <Section title="社区请您帮忙">
          <Screenful rows={asked} most={ofCards}>
            {shown => shown.map(one => <OfferCard key={one.id} errand={one} acting={acting} loud={one === first} />)}
          </Screenful>
        </Section>
      )}
      {pool.length > 0 && (
        <Section title="谁顺路？">
          <Screenful rows={pool} most={ofCards}>
            {shown => shown.map(one => <OfferCard key={one.id} errand={one} acting={acting} loud={one === first} />)}
          </Screenful>
        </Section>
      )}
      {settling.length > 0 && (
        <Fold title="今天送过的" count={settling.length}>
          <View className="rider-settling">
            {settling.map(one => (
              <ListCard
                key={one.id}
                card={errandCard(one, 'rider', acting.now)}
                onOpen={id => void go(paths.errandOne({ id }))}
              />
            ))}
          </View>
        </Fold>
      )}
    </>
  )
}
