import { View } from '@tarojs/components'
import { go, paths } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'

/** Someone without a record: nothing is asked of him, and there are these ways in. */
export function Guest() {
  return (
    <View className="me-part">
      <View className="me-name">先看看，不用注册</View>
      <HomeEntry
        icon="house"
        title="我家老人住这里"
        line="替老人请人帮忙"
        onOpen={() => void go(paths.householdAdd())}
      />
      <HomeEntry
        icon="user"
        title="我住这里"
        line="给自己请人帮忙"
        onOpen={() => void go(paths.householdAdd({ self: true }))}
      />
      <HomeEntry
        icon="users"
        title="我有绑定码"
        line="家里人已经添过老人"
        onOpen={() => void go(paths.householdBind())}
      />
      <HomeEntry
        icon="hand-helping"
        title="我想帮忙"
        line="报名当师傅，社区看过再定"
        onOpen={() => void go(paths.riderApply())}
      />
      <HomeEntry
        icon="message-circle"
        title="我是群里的"
        line="从社区的微信群来"
        onOpen={() => void go(paths.groupEnter())}
      />
    </View>
  )
}
