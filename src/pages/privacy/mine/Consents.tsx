import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Consent, type Matter, matterNames, matters, standingConsent } from '@domain/consent'
import { privacy } from '@domain/privacy'
import { withdrawals } from '@domain/privacy/words'
import { dateWord, momentOf } from '@domain/time'
import { go, paths, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Dialog } from '@/components/Dialog'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

interface Props {
  consents: readonly Consent[]
}

/** 同意过什么: each with its day, to be read again and to be taken back. */
export function Consents({ consents }: Props) {
  return (
    <Section title="同意过什么">
      <View className="privacy-part">
        {matterNames.map(what => {
          const last = standingConsent({ consents }, what) ?? consents.filter(one => one.what === what).at(-1)
          return last && <OneConsent key={what} what={what} last={last} />
        })}
      </View>
    </Section>
  )
}

/** A text goes by the day on which it was written. */
const versionWord = (version: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(version) ? `${dateWord(momentOf(version, '00:00'))}的版本` : `${version} 版`

function OneConsent({ what, last }: { what: Matter; last: Consent }) {
  const withdraw = useAction(privacy.withdraw)
  const [asking, setAsking] = useState(false)
  const { before, after } = withdrawals[what]
  const { version, at, withdrawnAt } = last
  return (
    <Card>
      <View className="privacy-name">{matters[what].title}</View>
      <View className="privacy-quiet">{`${versionWord(version)}，${dateWord(at)}同意`}</View>
      {withdrawnAt !== undefined && <View className="privacy-quiet">{`${dateWord(withdrawnAt)}收回`}</View>}
      <Button look="text" onTap={() => go(paths.peopleConsent({ what }))}>
        看原文
      </Button>
      {withdrawnAt === undefined ? (
        <Button look="quiet" busy={withdraw.busy} onTap={() => setAsking(true)}>
          收回
        </Button>
      ) : (
        <Notice tone="done">{after}</Notice>
      )}
      <FailureLine failure={withdraw.failure} />
      <Dialog
        open={asking}
        title={`收回《${matters[what].title}》？`}
        confirm="收回"
        onConfirm={() => {
          setAsking(false)
          return withdraw.run({ what })
        }}
        onCancel={() => setAsking(false)}
      >
        {before}
      </Dialog>
    </Card>
  )
}
