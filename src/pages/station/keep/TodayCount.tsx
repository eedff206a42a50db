import { View } from '@tarojs/components'
import { station } from '@domain/station'
import { useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'

/** 今天来过的: a number and no names; nobody is compared by it. */
export function TodayCount({ id }: { id: string }) {
  const { data, failure, reload } = useQuery(station.today, { id })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return <View className="station-line">{`今天来过 ${data.visits} 位`}</View>
}
