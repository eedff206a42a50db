import { View } from '@tarojs/components'
import { useState } from 'react'
import { stationCodeIn } from '@domain/station'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { ScanButton } from '../ScanButton'
import './arrive.scss'

interface Props {
  onCode: (code: string) => void
  /** Beside another main button. */
  plain?: boolean
}

/** 再扫一次, or the six characters under the code typed by hand. */
export function TypeCode({ onCode, plain = false }: Props) {
  const [words, setWords] = useState('')
  const code = stationCodeIn(words.trim().toUpperCase())
  return (
    <View className="arriving">
      <ScanButton label={plain ? '再扫一次' : '扫门口的码'} look={plain ? 'quiet' : 'primary'} onCode={onCode} />
      <Field label="手输六位码" hint="扫不了就写码下面的字母和数字" value={words} maxLength={8} onInput={setWords} />
      <Button look="quiet" disabled={!code} onTap={() => code && onCode(code)}>
        就是这个码
      </Button>
    </View>
  )
}
