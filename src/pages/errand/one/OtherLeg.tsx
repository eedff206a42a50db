import { errand as errands } from '@domain/errand'
import { legWord, otherLegOf } from '@domain/errand/kind/ride'
import type { Errand } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import { go, paths, useNow, useQuery } from '@/client'
import type { ErrandActing } from '@/components/ErrandActions'
import { ErrandActions, errandCard } from '@/components/ErrandActions'
import { ListCard } from '@/components/ListCard'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

interface Props {
  errand: Errand
  side: Side
  acting: ErrandActing
}

/** 另一程, of the same examination: how it stands, and after one leg was called off the question whether the other is wanted still. */
export function OtherLeg({ errand, side, acting }: Props) {
  const now = useNow()
  const id = otherLegOf(errand)
  const { data: other } = useQuery(errands.one, id ? { id } : null)
  if (!other?.ride) return null
  const asks = errand.state === 'cancelled' && side === 'family' && other.state !== 'cancelled'
  return (
    <Section title={legWord(other.ride)}>
      <ListCard card={errandCard(other, side, now)} onOpen={otherId => void go(paths.errandOne({ id: otherId }))} />
      {asks && <Notice tone="waiting">{`这一程取消了。${legWord(other.ride)}还要不要？`}</Notice>}
      {asks && <ErrandActions errand={other} side={side} acting={acting} verbs={['cancel']} />}
    </Section>
  )
}
