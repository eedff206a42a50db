import type { RiderCard } from '@domain/errand/dispatching'
import type { ErrandActing } from '@/components/ErrandActions'
import { Empty } from '@/components/Empty'
import { Fold } from '@/components/Fold'
import { ofCards, Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import type { Board } from './board'
import { ErrandRows } from './ErrandRows'
import { StuckCard } from './StuckCard'
import { Together } from './Together'
import { WaitingCard } from './WaitingCard'

interface Props {
  board: Board
  acting: ErrandActing
  riders: readonly RiderCard[] | undefined
  onOpen: (id: string) => void
}

/** 卡住 open on top, then 等派, the one needed first above; the one red button is the first thing to dispatch. */
export function PhoneDesk({ board, acting, riders, onOpen }: Props) {
  const { stuck, waiting } = board
  const shared = { acting, riders }
  return (
    <>
      {stuck.length > 0 && (
        <Section title={`卡住 ${stuck.length}`}>
          <Screenful rows={stuck} most={ofCards}>
            {shown =>
              shown.map((errand, at) => (
                <StuckCard
                  key={errand.id}
                  {...shared}
                  errand={errand}
                  onOpen={() => onOpen(errand.id)}
                  loud={at === 0 && waiting.length === 0}
                />
              ))
            }
          </Screenful>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={`等派 ${waiting.length}`} aside={<Together waiting={waiting} />}>
          <Screenful rows={waiting} most={ofCards}>
            {shown =>
              shown.map((errand, at) => (
                <WaitingCard
                  key={errand.id}
                  {...shared}
                  errand={errand}
                  onOpen={() => onOpen(errand.id)}
                  loud={at === 0}
                />
              ))
            }
          </Screenful>
        </Section>
      )}
      {stuck.length + waiting.length === 0 && <Empty icon="circle-check">没有等派的，也没有卡住的</Empty>}
    </>
  )
}

/** 等答应, 在办, 已退回 and 今天办好, folded: there when one looks for them. */
export function FoldedLists({ board, now, onOpen }: { board: Board; now: number; onOpen: (id: string) => void }) {
  const lists = [
    ['等答应', board.offered],
    ['在办', board.going],
    ['等家里补', board.returned],
    ['今天办好', board.done],
  ] as const
  return (
    <>
      {lists.map(([title, errands]) =>
        errands.length === 0 ? null : (
          <Fold key={title} title={title} count={errands.length}>
            <ErrandRows errands={errands} now={now} onOpen={onOpen} />
          </Fold>
        ),
      )}
    </>
  )
}
