import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { turnOf, turnWords, type Turn } from '@domain/errand/arranging'
import { dotted, phrase } from '@domain/line'
import { may } from '@domain/operation'
import { trades } from '@domain/person'
import { wordOf } from '@domain/rider/words'
import { go, paths, useCommunity, useMe, useQuery } from '@/client'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import '../arranging/arranging.scss'

/** 轮到谁: who has not had a turn this month and who is near his week's cap, in name order, for the desk alone. */
export default function ErrandTurns() {
  const { id, loading } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(errand.turns, me, { communityId: id })
  const { data, failure, reload } = useQuery(errand.turns, isDesk ? { communityId: id } : null)
  const rows = data?.rows ?? []
  const of = (turn: ReturnType<typeof turnOf>) => rows.filter(row => turnOf(row) === turn)
  if (!isDesk && !loading)
    return (
      <Screen>
        <Empty icon="users" foot={<GoHome />}>
          派单由社区来办
        </Empty>
      </Screen>
    )
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && rows.length === 0 && <Empty icon="users">这里还没有确认过的师傅</Empty>}
      {rows.length > 0 && (
        <>
          <Section title="还没轮到的人">
            <People rows={of('notYet')} nobody="这个月人人都轮到过" />
          </Section>
          <Section title="快到上限的人">
            <People rows={of('nearCap')} nobody="这周没有人快到上限" />
          </Section>
          {of('between').length > 0 && (
            <Fold title="其他师傅" count={of('between').length} open={of('between').length === rows.length}>
              <People rows={of('between')} nobody="" />
            </Fold>
          )}
          <View className="arrange__line">按称呼排，只有社区看得到。只数单数，不比多少</View>
        </>
      )}
    </Screen>
  )
}

function People({ rows, nobody }: { rows: readonly Turn[]; nobody: string }) {
  if (rows.length === 0) return <View className="arrange__line">{nobody}</View>
  return (
    <Screenful rows={rows}>
      {shown =>
        shown.map(row => (
          <Card key={row.id} onTap={() => void go(paths.riderOne({ id: row.id }))} ariaLabel={row.name}>
            <View className="arrange__head">
              <View className="arrange__who">{row.name}</View>
              <View className="arrange__line">{dotted(wordOf(trades, row.trade), phrase(turnWords(row)))}</View>
            </View>
          </Card>
        ))
      }
    </Screenful>
  )
}
