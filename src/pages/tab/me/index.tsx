import { View } from '@tarojs/components'
import { people } from '@domain/people'
import { go, paths, useMe, useNow, useQuery } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'
import { Screen } from '@/components/Screen'
import { About } from './About'
import { Applying } from './Applying'
import { Communities } from './Communities'
import { Complaints } from './Complaints'
import { Guest } from './Guest'
import { Households } from './Households'
import { belongings } from './roles'
import { TextSize } from './TextSize'
import { Who } from './Who'
import './me.scss'

/** 我的: who I am, my households, whether I am free, how large the text is, and whom to complain to. */
export default function MeTab() {
  const me = useMe()
  const mine = belongings(me, useNow())
  const { data, failure, reload } = useQuery(people.communities, {})
  const nameOf = (id: string) => data?.rows.find(community => community.id === id)?.name ?? '社区'
  return (
    <Screen>
      <View className="me">
        {mine.length > 0 ? <Who me={me} /> : <Guest />}
        {me.households.length > 0 && <Households households={me.households} />}
        <Applying me={me} nameOf={nameOf} />
        {(me.trade ?? me.application) && (
          <HomeEntry icon="user" title="我的登记" line="名单上写得对不对" onOpen={() => void go(paths.rosterMine())} />
        )}
        <TextSize />
        <Communities mine={mine} nameOf={nameOf} failure={failure} onRetry={reload} />
        <Complaints />
        <About />
      </View>
    </Screen>
  )
}
