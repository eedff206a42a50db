import { errand } from '@domain/errand'
import { go, paths, useQuery } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'

/** 没算清的账: the way to what was laid out and not settled; nothing is drawn when all is. */
export function Accounts({ communityId }: { communityId: string }) {
  const { data, failure } = useQuery(errand.accounts, { communityId })
  const count = data?.rows.length
  if (count === 0 || (!data && !failure)) return null
  return (
    <HomeEntry
      icon="list"
      title={count ? `没算清的账 ${count}` : '没算清的账'}
      line={count ? '还差谁一句话，打个电话' : (failure?.sentence ?? '')}
      onOpen={() => void go(paths.errandAccounts())}
    />
  )
}
