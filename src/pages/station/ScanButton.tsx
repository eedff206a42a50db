import { View } from '@tarojs/components'
import { useState } from 'react'
import { stationCodeIn } from '@domain/station'
import { Failure } from '@domain/failure'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { wechat } from '@/wechat'

interface Props {
  label?: string
  look?: 'primary' | 'quiet'
  /** Where the code goes; else to the page of the arrival. */
  onCode?: (code: string) => void
}

/** 我到了: scans the code on a station's door. A scan that was given up says nothing; a foreign code says so. */
export function ScanButton({ label = '我到了', look = 'primary', onCode }: Props) {
  const [failure, setFailure] = useState<Failure>()

  function failed(fault: unknown): undefined {
    setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
  }

  async function scan(): Promise<void> {
    setFailure(undefined)
    const scanned = await wechat.scan().catch(failed)
    if (scanned === undefined) return
    const code = stationCodeIn(scanned)
    if (!code) return setFailure(new Failure('NO_SUCH_CODE'))
    if (onCode) onCode(code)
    else go(paths.stationArrive({ code }))
  }

  return (
    <View>
      <Button look={look} icon="scan-line" onTap={scan}>
        {label}
      </Button>
      <FailureLine failure={failure} />
    </View>
  )
}
