import { View } from '@tarojs/components'
import { people } from '@domain/people'
import { useQuery, type Hat, type Stand } from '@/client'

const words: Record<Hat, string> = {
  family: '家里',
  rider: '接单',
  desk: '书记台',
  keeper: '驿站',
  department: '部门',
  office: '街道',
}

interface Props {
  /** The hat and the community of now. */
  hat: Hat
  here: string | undefined
  stands: readonly Stand[]
  wear: (stand: Stand) => void
}

/** 家里 | 接单 | 书记台 …, for who holds several; with the community's name for who holds them in several. */
export function TopBarHats({ hat, here, stands, wear }: Props) {
  const isOne = stands.every(({ communityId }) => communityId === here)
  const { data } = useQuery(people.communities, isOne ? null : {})
  const nameOf = (id: string) => data?.rows.find(row => row.id === id)?.name.replace(/社区$/, '') ?? ''
  return (
    <View className="top-bar__hats" ariaRole="tablist">
      {stands.map(stand => {
        const isOn = stand.hat === hat && stand.communityId === here
        return (
          <View
            key={`${stand.hat} ${stand.communityId}`}
            className={isOn ? 'top-bar__hat top-bar__hat--on' : 'top-bar__hat'}
            hoverClass="pressed"
            ariaRole="tab"
            ariaChecked={isOn}
            onClick={() => wear(stand)}
          >
            {`${isOne ? '' : nameOf(stand.communityId)}${words[stand.hat]}`}
          </View>
        )
      })}
    </View>
  )
}
