import { goTab, paths } from '@/client'
import { Button } from '../Button'

/** 回首页: the way on from a page that has nothing to show; one that a card or a notice opened has no page behind it. */
export function GoHome() {
  return (
    <Button look="quiet" icon="house" onTap={() => goTab(paths.tabHome())}>
      回首页
    </Button>
  )
}
