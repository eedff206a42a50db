import { View } from '@tarojs/components'
import type { Household } from '@domain/household/record'
import { go, paths, useMe } from '@/client'
import { Button } from '@/components/Button'
import { HomeEntry } from '@/components/HomeEntry'
import { Notice } from '@/components/Notice'
import { Tag } from '@/components/Tag'
import { useAtDesk } from './at-desk'
import { ElderCalls } from './ElderCalls'
import { Record } from './Record'
import { Regular } from './Regular'
import { Relatives } from './Relatives'
import { Removal } from './Removal'

/** Her name and place, the one thing to do now, the record, and what else is about her. */
export function OneHome({ home }: { home: Household }) {
  const atDesk = useAtDesk(home)
  const kin = useMe().households.find(({ id }) => id === home.id)
  const { id, elder = '老人家', verifiedAt } = home
  return (
    <View className="household">
      <View>
        <View className="household__name">{kin && !atDesk ? `${kin.calls}（${elder}）` : elder}</View>
        <View className="household__place">
          {[home.compound, home.building, home.stairs].filter(Boolean).join(' · ')}
        </View>
      </View>
      {verifiedAt === undefined && <Tag tone="waiting">新住户，社区会打电话核实</Tag>}
      {home.waits && home.waits.length > 0 && <Notice tone="waiting">有几句话社区看过后，别人才看得到</Notice>}
      {atDesk && <ElderCalls home={home} />}
      {atDesk ? (
        <Button icon="phone" onTap={() => go(paths.errandAsk({ byPhone: true, household: id }))}>
          接到电话，记一单
        </Button>
      ) : (
        <Button icon="hand-helping" onTap={() => go(paths.errandAsk({ household: id }))}>
          请人帮忙
        </Button>
      )}
      <Record home={home} />
      <Relatives home={home} />
      {atDesk && <Regular home={home} />}
      <View className="household__entries">
        <HomeEntry
          icon="eye"
          title="谁看过我家地址"
          line="谁、什么时候、为了哪一单"
          onOpen={() => void go(paths.householdLooks({ id }))}
        />
        <HomeEntry
          icon="calendar"
          title="定期和常用"
          line="每周都要的，和存着再点的"
          onOpen={() => void go(paths.recurringList({ household: id }))}
        />
        {atDesk && (
          <HomeEntry
            icon="users"
            title="替一天"
            line="常来的师傅有事，请别的师傅替"
            onOpen={() => void go(paths.householdSubstitutes({ id }))}
          />
        )}
        <HomeEntry
          icon="list"
          title="这家的点单"
          line="在办的和办好的"
          onOpen={() => void go(paths.householdErrands({ id }))}
        />
        <HomeEntry
          icon="message-circle"
          title="来的人会读到"
          line="来过的师傅说的，社区看过的"
          onOpen={() => void go(paths.careNotes({ id }))}
        />
        <HomeEntry
          icon="house"
          title="冰箱贴"
          line="印一张贴在老人冰箱上"
          onOpen={() => void go(paths.householdSheet({ id }))}
        />
      </View>
      {atDesk && <Removal home={home} />}
    </View>
  )
}
