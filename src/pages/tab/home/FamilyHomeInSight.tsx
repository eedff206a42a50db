import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'

interface Props {
  /** Unique on the page; the observer finds the panel by it. */
  name: string
  children: () => ReactNode
}

/** Where nothing can watch (an old browser), a panel is simply drawn. */
const canWatch = process.env.TARO_ENV === 'weapp' || 'IntersectionObserver' in globalThis

const currentPage = () => Taro.getCurrentInstance().page

/** Draws what is below the fold only once it comes into sight, so that opening the screen costs one call for each area shown. */
export function FamilyHomeInSight({ name, children }: Props) {
  const [seen, setSeen] = useState(!canWatch)
  const [page, setPage] = useState(currentPage)
  // Drawn while another page lies over this one, it is watched when this one is the page again.
  useDidShow(() => setPage(currentPage()))
  useEffect(() => {
    if (seen || !page) return undefined
    const observer = Taro.createIntersectionObserver(page)
    observer.relativeToViewport({ bottom: 80 }).observe(`#in-sight-${name}`, ({ intersectionRatio = 0 }) => {
      if (intersectionRatio > 0) setSeen(true)
    })
    return () => observer.disconnect()
  }, [name, page, seen])
  return (
    <View id={`in-sight-${name}`} className="home__in-sight">
      {seen ? children() : null}
    </View>
  )
}
