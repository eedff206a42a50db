import { useParams } from '@/client'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Screen } from '@/components/Screen'
import { Keeping } from '../Keeping'

/** 管驿站: what a clerk does for one station. */
export default function StationKeep() {
  const { id } = useParams()
  return (
    <Screen>
      {id ? (
        <Keeping id={id} />
      ) : (
        <Empty icon="store" foot={<GoHome />}>
          没找到这个驿站
        </Empty>
      )}
    </Screen>
  )
}
