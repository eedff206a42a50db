import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand } from '@domain/errand'
import { isOpen, type Errand } from '@domain/errand/record'
import { go, paths, useKnown, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { errandCard } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { ListCard } from '@/components/ListCard'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import '../errand.scss'

const nothing = '还没有点过单。要人帮忙，点下面'

/** One page of my errands, in groups; the next is asked for by a tap. */
export function MinePage({ after }: { after?: string }) {
  const isKnown = useKnown()
  const isGuest = useMe().memberships.length === 0
  const { data, failure, reload, loading } = useQuery(errand.mine, isKnown && isGuest ? null : after ? { after } : {})
  const [more, setMore] = useState(false)
  if (!data) {
    if (failure && !isGuest) return <Failed onRetry={reload}>{failure.sentence}</Failed>
    return loading ? <Loading /> : <Empty icon="list">{nothing}</Empty>
  }
  const { rows, next, unreadable = 0 } = data
  const byGroup = [...rows.filter(isOpen), ...rows.filter(row => !isOpen(row))]
  const earlier = next && !more && (
    <Button look="text" onTap={() => setMore(true)}>
      再看早一些的
    </Button>
  )
  return (
    <View className="errand-list">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {rows.length === 0 && !after && <Empty icon="list">{nothing}</Empty>}
      <Screenful rows={byGroup} foot={earlier}>
        {shown => (
          <>
            <Group title="正在办" errands={shown.filter(isOpen)} />
            <Group title="办好的" errands={shown.filter(row => !isOpen(row))} withAgain />
          </>
        )}
      </Screenful>
      {unreadable > 0 && <Notice>{`有 ${unreadable} 单要更新小程序才看得到`}</Notice>}
      {next && more && <MinePage after={next} />}
    </View>
  )
}

interface GroupProps {
  title: string
  errands: readonly Errand[]
  withAgain?: boolean
}

function Group({ title, errands, withAgain = false }: GroupProps) {
  const now = useNow()
  if (errands.length === 0) return null
  return (
    <Section title={title}>
      {errands.map(one => (
        <ListCard
          key={one.id}
          card={{ ...errandCard(one, 'family', now), ...(withAgain ? { quiet: '再来一次' } : {}) }}
          onOpen={id => void go(paths.errandOne({ id }))}
          onQuiet={again => void go(paths.errandAsk({ again }))}
        />
      ))}
    </Section>
  )
}
