import { Image, View } from '@tarojs/components'
import { station } from '@domain/station'
import { useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'

/** 门口的码: as large as the phone allows, with the six characters below for whoever cannot scan. It holds no secret. */
export function DoorCode({ id }: { id: string }) {
  const { data, failure, reload } = useQuery(station.code, { id })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const picture = data.png.startsWith('data:') ? data.png : `data:image/png;base64,${data.png}`
  return (
    <View className="door-code">
      <Image
        className="door-code-picture"
        src={picture}
        mode="widthFix"
        showMenuByLongpress
        ariaLabel={`门口的码 ${data.code}`}
      />
      <View className="door-code-letters">{data.code}</View>
      <View className="station-line">长按存图，打印出来贴在门口。扫不了的人写这六位。</View>
    </View>
  )
}
