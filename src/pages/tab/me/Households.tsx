import { View } from '@tarojs/components'
import { dotted } from '@domain/line'
import type { Me } from '@domain/role'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { HomeEntry } from '@/components/HomeEntry'
import { Section } from '@/components/Section'

/** 家里人: each opens the elder's page. */
export function Households({ households }: Pick<Me, 'households'>) {
  return (
    <Section title="家里人">
      <View className="me-part">
        {households.map(({ id, calls, place }) => (
          <HomeEntry
            key={id}
            icon="house"
            title={dotted(calls, place)}
            line="家里的记录，谁看过我家地址"
            onOpen={() => void go(paths.householdOne({ id }))}
          />
        ))}
        <Button look="quiet" icon="plus" onTap={() => go(paths.householdAdd())}>
          添一位老人
        </Button>
        <Button look="text" onTap={() => go(paths.householdBind())}>
          我有绑定码
        </Button>
      </View>
    </Section>
  )
}
