import { View } from '@tarojs/components'
import { useState } from 'react'
import { certificateWords, type Certificate } from '@domain/rider/record'
import { certificateKinds, certificateNames, type CertificateKind } from '@domain/rider/words'
import { dayOf } from '@domain/time'
import { useNow } from '@/client'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Chosen } from './Chosen'
import { DayChoice } from './DayChoice'
import '../rider.scss'

interface Props {
  certificates: readonly Certificate[]
  onChange: (certificates: Certificate[]) => void
}

/** 有哪些证: each with the last day it counts; none is an answer too. */
export function CertificateChoice({ certificates, onChange }: Props) {
  const today = dayOf(useNow())
  const [kind, setKind] = useState<CertificateKind>()
  const left = certificateNames.filter(name => !certificates.some(one => one.kind === name))
  const add = (until: string) => {
    if (!kind) return
    onChange([...certificates, { kind, until }])
    setKind(undefined)
  }
  return (
    <View className="rider-stack">
      {certificates.map(one => (
        <Chosen key={one.kind} onRemove={() => onChange(certificates.filter(other => other !== one))}>
          {certificateWords(one, today)}
        </Chosen>
      ))}
      {left.length > 0 && (
        <Choice
          look="chips"
          ariaLabel="有哪些证"
          options={left.map(value => ({ value, label: certificateKinds[value] }))}
          chosen={kind}
          onChoose={setKind}
        />
      )}
      {kind && (
        <Field label={`${certificateKinds[kind]}哪天到期`}>
          <DayChoice key={kind} from={today} onChoose={add} />
        </Field>
      )}
    </View>
  )
}
