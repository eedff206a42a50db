import { Image } from '@tarojs/components'
import { useState } from 'react'
import type { errand } from '@domain/errand'
import { useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'

const photoWaits = { waiting: '照片审核中，看过就能看到', hidden: '这张照片社区收起来了' } as const

interface Props {
  id: string
  /** The row that gives its link. */
  of: (typeof errand)['photo' | 'receipt']
  words: string
}

/** 看照片: fetched by a tap, since most people need not see it. */
export function Photo({ id, of, words }: Props) {
  const [shown, setShown] = useState(false)
  const { data, failure, reload } = useQuery(of, shown ? { id } : null)
  if (!shown) {
    return (
      <Button look="quiet" icon="eye" onTap={() => setShown(true)}>
        {`看${words}`}
      </Button>
    )
  }
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.waits) return <Notice tone="waiting">{photoWaits[data.waits]}</Notice>
  return <Image className="one__photo" src={data.url} mode="widthFix" ariaLabel={words} />
}
