import { View } from '@tarojs/components'
import { useState } from 'react'
import { hoursWords, type Hours } from '@domain/rider/record'
import { weekdays } from '@domain/rider/words'
import { Button } from '@/components/Button'
import { Choice, toggled } from '@/components/Choice'
import { Field } from '@/components/Field'
import { beginnings, endings, parts, type Part } from './half-hours'
import { Chosen } from './Chosen'
import '../rider.scss'

interface Props {
  hours: readonly Hours[]
  onChange: (hours: Hours[]) => void
}

const dayOptions = weekdays.map((label, at) => ({ value: String(at + 1), label }))
const most = 7

/** 方便的时候: the days, then from which half hour to which; as many as there are. */
export function HoursChoice({ hours, onChange }: Props) {
  const [days, setDays] = useState<readonly string[]>([])
  const [part, setPart] = useState<Part>()
  const [from, setFrom] = useState<string>()
  const [adding, setAdding] = useState(hours.length === 0)
  const add = (until: string) => {
    if (from === undefined) return
    onChange([...hours, { days: days.map(Number).sort((a, b) => a - b), from, until }])
    setAdding(false)
    setDays([])
    setPart(undefined)
    setFrom(undefined)
  }
  return (
    <View className="rider-stack">
      {hours.map((one, at) => (
        <Chosen key={`${at} ${hoursWords(one)}`} onRemove={() => onChange(hours.filter((_, other) => other !== at))}>
          {hoursWords(one)}
        </Chosen>
      ))}
      {adding ? (
        <>
          <Field label="星期几">
            <Choice look="chips" options={dayOptions} chosen={days} onChoose={day => setDays(toggled(days, day))} />
          </Field>
          {days.length > 0 && (
            <Field label="从几点">
              <Choice
                look="chips"
                options={parts}
                chosen={part}
                onChoose={next => {
                  setPart(next)
                  setFrom(undefined)
                }}
              />
            </Field>
          )}
          {part !== undefined && (
            <Choice
              look="chips"
              ariaLabel="从几点"
              options={beginnings(part).map(value => ({ value, label: value }))}
              chosen={from}
              onChoose={setFrom}
            />
          )}
          {from !== undefined && (
            <Field label="到几点">
              <Choice
                look="chips"
                options={endings(from).map(value => ({ value, label: `到 ${value}` }))}
                chosen={undefined}
                onChoose={add}
              />
            </Field>
          )}
        </>
      ) : (
        hours.length < most && (
          <Button look="quiet" icon="plus" onTap={() => setAdding(true)}>
            再添一段
          </Button>
        )
      )}
    </View>
  )
}
