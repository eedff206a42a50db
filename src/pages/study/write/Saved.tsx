import { View } from '@tarojs/components'
import { study } from '@domain/study'
import { redirect, paths, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { PostCard } from '../PostCard'
import './write.scss'

interface Props {
  id: string
  onAnother: () => void
}

/** The draft is in the cloud: 现在发, 定时发, or left for later. */
export function Saved({ id, onAnother }: Props) {
  const { data, failure, reload } = useQuery(study.read, { id })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return (
    <View className="writing">
      <PostCard post={data.post} main />
      <Button look="quiet" onTap={() => redirect(paths.studyDesk())}>
        去看所有的课
      </Button>
      <Button look="text" onTap={onAnother}>
        再写一课
      </Button>
    </View>
  )
}
