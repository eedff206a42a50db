import { View } from '@tarojs/components'
import { go, paths, useCommunity, useMe } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'
import { CallCommunity } from '../../errand/CallCommunity'
import { FamilyHomePanels } from './FamilyHomePanels'

/** 街道: the first screen of whoever looks after several communities. */
export function OfficeHome() {
  const { id } = useCommunity()
  return (
    <View className="home">
      <HomeEntry
        main
        icon="list"
        title="各社区"
        line="谁在书记台，请人来，新开一个"
        onOpen={() => void go(paths.membershipSubdistrict())}
      />
      <Community id={id} />
    </View>
  )
}

/** 部门: the first screen of whoever answers for a community's department. */
export function DepartmentHome() {
  const { id } = useCommunity()
  const seat = useMe().memberships.find(({ communityId, office }) => communityId === id && office)
  return (
    <View className="home">
      <View className="home__going-title">{seat?.office}</View>
      <HomeEntry icon="users" title="同事" line="谁在，谁来过" onOpen={() => void go(paths.membershipColleagues())} />
      <Community id={id} />
    </View>
  )
}

/** The community it looks at now: its telephone, its stations, its lesson. */
function Community({ id }: { id: string | undefined }) {
  return (
    <>
      <CallCommunity communityId={id} />
      {id && <FamilyHomePanels communityId={id} />}
    </>
  )
}
