import { View } from '@tarojs/components'
import type { Hat } from '@/client'

const names: Record<Hat, string> = { family: '家里', rider: '接单', desk: '书记台', keeper: '驿站' }

interface Props {
  hat: Hat
  hats: readonly Hat[]
  wear: (hat: Hat) => void
}

/** 家里 | 接单 | 书记台 | 驿站, for who holds several. */
export function TopBarHats({ hat, hats, wear }: Props) {
  return (
    <View className="top-bar__hats" ariaRole="tablist">
      {hats.map(one => (
        <View
          key={one}
          className={one === hat ? 'top-bar__hat top-bar__hat--on' : 'top-bar__hat'}
          hoverClass="pressed"
          ariaRole="tab"
          ariaChecked={one === hat}
          onClick={() => wear(one)}
        >
          {names[one]}
        </View>
      ))}
    </View>
  )
}
