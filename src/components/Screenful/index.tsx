import { useReachBottom } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { Button } from '../Button'

/** So many fill a phone, and are sent to it in 3 KB. */
const screenful = 6
/** The same of cards with buttons on them. */
export const ofCards = 3

interface Props<Row> {
  rows: readonly Row[]
  /** How many are drawn at once; cards with buttons are larger than rows. */
  most?: number
  children: (shown: readonly Row[]) => ReactNode
  /** Stands below the last row, once that is drawn. */
  foot?: ReactNode
}

/**
 * A list of which the first screen is drawn at once, and the rest when the person comes near its end. A tap does it too: on a tablet so few rows
 * leave nothing to scroll.
 */
export function Screenful<Row>({ rows, most = screenful, children, foot }: Props<Row>) {
  const [whole, setWhole] = useState(false)
  const draw = () => setWhole(true)
  useReachBottom(draw)
  if (whole || rows.length <= most)
    return (
      <>
        {children(rows)}
        {foot}
      </>
    )
  return (
    <>
      {children(rows.slice(0, most))}
      <Button look="text" onTap={draw}>
        {`下面还有 ${rows.length - most} 条`}
      </Button>
    </>
  )
}
