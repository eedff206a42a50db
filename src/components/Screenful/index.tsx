import { useReachBottom } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { Button } from '../Button'

/** So many fill a phone, and are sent to it in 3 KB. */
const screenful = 6

interface Props<Row> {
  rows: readonly Row[]
  children: (shown: readonly Row[]) => ReactNode
  /** Stands below the last row, once that is drawn. */
  foot?: ReactNode
}

/**
 * A list of which the first screen is drawn at once, and the rest when the person comes near its end. A tap does it too: on a tablet so few rows
 * leave nothing to scroll.
 */
export function Screenful<Row>({ rows, children, foot }: Props<Row>) {
  const [whole, setWhole] = useState(false)
  const draw = () => setWhole(true)
  useReachBottom(draw)
  if (whole || rows.length <= screenful)
    return (
      <>
        {children(rows)}
        {foot}
      </>
    )
  return (
    <>
      {children(rows.slice(0, screenful))}
      <Button look="text" onTap={draw}>
        {`下面还有 ${rows.length - screenful} 条`}
      </Button>
    </>
  )
}
