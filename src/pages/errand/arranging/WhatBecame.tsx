import { View } from '@tarojs/components'
import type { Became } from '@domain/errand/arranging'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { failureOf } from '@domain/failure'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Tag } from '@/components/Tag'
import './arranging.scss'

interface Props {
  rows: readonly Became[]
  errands: readonly Errand[]
  /** `派了 4 单`, for those that went through. */
  done: (count: number) => string
}

/** What became of each: those that went through in one line, and each that somebody else was quicker with by its own sentence. */
export function WhatBecame({ rows, errands, done }: Props) {
  const failed = rows.filter(({ code }) => code !== undefined)
  const through = rows.length - failed.length
  const titleFor = (id: string): string => {
    const errand = errands.find(one => one.id === id)
    return errand ? titleOf(errand, 'desk') : '一单'
  }
  return (
    <>
      <Empty icon={failed.length > 0 ? 'list' : 'circle-check'} foot={<GoHome />}>
        {done(through)}
      </Empty>
      {failed.map(({ id, code = '', detail }) => (
        <Card key={id} stuck>
          <View className="arrange__title">{titleFor(id)}</View>
          <Tag tone="stuck">{failureOf(code, detail).sentence}</Tag>
        </Card>
      ))}
    </>
  )
}
