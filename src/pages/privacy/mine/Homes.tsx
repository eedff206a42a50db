import { View } from '@tarojs/components'
import type { Mine } from '@domain/privacy'
import { go, paths } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'
import { Section } from '@/components/Section'

/** 家里人, and who saw where they live. */
export function Homes({ households }: Pick<Mine, 'households'>) {
  return (
    <Section title="家里人">
      <View className="privacy-part">
        {households.map(({ id, calls, place }) => (
          <HomeEntry
            key={id}
            icon="eye"
            title="谁看过我家地址"
            line={`${calls} · ${place}`}
            onOpen={() => void go(paths.householdLooks({ id }))}
          />
        ))}
      </View>
    </Section>
  )
}
