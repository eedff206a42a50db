import { View } from '@tarojs/components'
import { dotted } from '@domain/line'
import type { Me } from '@domain/role'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Section } from '@/components/Section'

/** 家里人: each leads to the elder's page, and from there to who has looked at the address. */
export function FamilyHomeKin({ households }: { households: Me['households'] }) {
  return (
    <Section title="家里人">
      {households.map(({ id, calls, elder, place }) => (
        <View
          key={id}
          className="home__kin"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => void go(paths.householdOne({ id }))}
        >
          <View className="home__kin-words">
            <View className="home__kin-name">{dotted(calls || elder, place)}</View>
            <View className="home__kin-line">家里的记录，谁看过我家地址</View>
          </View>
          <Icon name="chevron-right" />
        </View>
      ))}
      <Button look="text" icon="plus" onTap={() => go(paths.householdAdd())}>
        添一位老人
      </Button>
    </Section>
  )
}
