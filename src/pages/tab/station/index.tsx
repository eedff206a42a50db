import { View } from '@tarojs/components'
import { Screen } from '@/components/Screen'
import { ScanButton } from '../../station/ScanButton'
import { InCommunity } from './InCommunity'
import { StationList } from './StationList'
import './index.scss'

/** 驿站: where one can sit down now; 我到了 on top. */
export default function StationTab() {
  return (
    <Screen>
      <View className="station-tab">
        <ScanButton />
        <View className="station-tab-line">不扫也能用。扫了，店里知道有人来过。</View>
        <InCommunity>{communityId => <StationList communityId={communityId} />}</InCommunity>
      </View>
    </Screen>
  )
}
