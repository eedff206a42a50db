import { useState } from 'react'
import { stationCodeIn } from '@domain/station'
import { useParams } from '@/client'
import { Screen } from '@/components/Screen'
import { Arriving } from './Arriving'
import { TypeCode } from './TypeCode'

/** 我到了: behind the code on a station's door. Opening it writes nothing; the one tap on it does. */
export default function StationArrive() {
  const { scene = '', code = '' } = useParams()
  const [other, setOther] = useState<string>()
  const known = other ?? stationCodeIn(scene) ?? stationCodeIn(code)
  return (
    <Screen>
      {known ? <Arriving key={known} code={known} onOtherCode={setOther} /> : <TypeCode onCode={setOther} />}
    </Screen>
  )
}
