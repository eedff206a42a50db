import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { type Part, privacy } from '@domain/privacy'
import { dayOf } from '@domain/time'
import { call, now } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Section } from '@/components/Section'
import { shareText } from '@/wechat/document'

const about = '门牌和电话不在这份文件里：只在点“看号码”时给看，看一次记一次。'

/** Every part, one after the other, as one text. @throws Failure as `call` does */
async function wholeFile(): Promise<string> {
  const parts: Part[] = []
  let after: string | undefined
  do {
    const part: Part = await call(privacy.take, after === undefined ? {} : { after })
    parts.push(part)
    after = part.next
  } while (after !== undefined)
  const file: Record<string, unknown[]> = {}
  for (const { of, rows } of parts) file[of] = [...(file[of] ?? []), ...rows]
  return JSON.stringify({ about, at: new Date(now()).toISOString(), ...file }, null, 2)
}

/** 带走一份: the file goes into a chat of his own choice. */
export function TakeAlong() {
  const [failure, setFailure] = useState<Failure>()
  async function take(): Promise<void> {
    setFailure(undefined)
    try {
      await shareText(`我的数据-${dayOf(now())}.json`, await wholeFile())
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
  }
  return (
    <Section title="带走一份">
      <View className="privacy-part">
        <View className="privacy-quiet">{`一个文件，您看得到的都在里面。${about}`}</View>
        <Button look="quiet" icon="send" onTap={take}>
          发给自己
        </Button>
        <FailureLine failure={failure} />
      </View>
    </Section>
  )
}
