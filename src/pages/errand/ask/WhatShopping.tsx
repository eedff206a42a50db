import { View } from '@tarojs/components'
import { ifNone, ifNoneNames, mostLines } from '@domain/errand/kind/shopping'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import type { Item } from './answers'
import { Heavy } from './Heavy'
import type { StepProps } from './step'

const without = ifNoneNames.map(value => ({ value, label: ifNone[value] }))

/** 代买: a line a thing with its amount, what to do when there is none, and whether it is heavy. */
export function WhatShopping({ answers, put }: StepProps) {
  const { items, what } = answers
  const list = (next: Item[]) => put({ items: next, what: '' })
  const edit = (index: number, some: Partial<Item>) =>
    list(items.map((item, at) => (at === index ? { ...item, ...some } : item)))
  // 再来一次 brings the list of an older phone as one line; it stays one until it is taken apart by hand.
  const isOneLine = what !== '' && items.every(({ name }) => name === '')
  return (
    <>
      {isOneLine && <Field label="买什么" value={what} maxLength={60} onInput={next => put({ what: next })} />}
      {!isOneLine &&
        items.map((item, index) => (
          <View key={index} className="ask__item">
            <Field
              label={`买什么 ${index + 1}`}
              placeholder="鸡蛋"
              value={item.name}
              maxLength={20}
              onInput={name => edit(index, { name })}
            />
            <Field
              label="多少"
              placeholder="10 个"
              value={item.amount}
              maxLength={8}
              onInput={amount => edit(index, { amount })}
            />
          </View>
        ))}
      {!isOneLine && items.length < mostLines && (
        <Button look="text" icon="plus" onTap={() => list([...items, { name: '', amount: '' }])}>
          再加一样
        </Button>
      )}
      <Field label="去哪儿买（可不写）" value={answers.pickUp} maxLength={40} onInput={pickUp => put({ pickUp })} />
      <Field label="没有就">
        <Choice look="chips" options={without} chosen={answers.ifNone} onChoose={next => put({ ifNone: next })} />
      </Field>
      <Heavy answers={answers} put={put} />
    </>
  )
}
