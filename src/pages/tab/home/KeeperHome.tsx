import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Keeping } from '../../station/Keeping'
import './keeper-home.scss'

/** 驿站 on the first screen of whoever keeps one; who keeps several chooses. */
export function KeeperHome() {
  const { stations } = useMe()
  const [chosen, choose] = useState<string>()
  const station = stations.find(({ id }) => id === chosen) ?? stations[0]
  if (!station) return <Empty icon="store">您名下还没有驿站，请打电话给社区</Empty>
  return (
    <View className="keeper-home">
      {stations.length > 1 && (
        <Choice
          ariaLabel="哪个驿站"
          options={stations.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={station.id}
          onChoose={choose}
        />
      )}
      <Keeping key={station.id} id={station.id} />
    </View>
  )
}
