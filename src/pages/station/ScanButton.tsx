import { View } from '@tarojs/components'
import { useState } from 'react'
import { stationCodeIn } from '@domain/station'
import { Failure } from '@domain/failure'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'

interface Props {
  label?: string
  look?: 'primary' | 'quiet'
  /** Where the code goes; else to the page of the arrival. */
  onCode?: (code: string) => void
}

/** 我到了: scans the code on a station's door. A scan that was given up says nothing; a foreign code says so. */
export function ScanButton({ label = '我到了', look = 'primary', onCode }: Props) {
  const [strange, setStrange] = useState(false)

  async function scan(): Promise<void> {
    setStrange(false)
    const scanned = await wechat.scan()
    if (scanned === undefined) return
    const code = stationCodeIn(scanned)
    if (!code) return setStrange(true)
    if (onCode) onCode(code)
    else go(paths.stationArrive({ code }))
  }

  return (
    <View>
      <Button look={look} icon="scan-line" onTap={scan}>
        {label}
      </Button>
      {strange && <Notice tone="stuck">{new Failure('NO_SUCH_CODE').sentence}</Notice>}
    </View>
  )
}
