import { View } from '@tarojs/components'
import './errand.scss'

/** What stands on the first screen and on every errand: nobody pays for the way, and this is no ambulance. */
export function FreeOfCharge() {
  return <View className="errand-free">{'社区组织的无偿志愿服务，不收跑腿费。急病打\u00a0120。'}</View>
}
