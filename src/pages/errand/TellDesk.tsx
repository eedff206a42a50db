import { useState } from 'react'
import { care, careKindNames, careKinds, type CareKind } from '@domain/care'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { Failure } from '@domain/failure'
import { isWaiting } from '@/client/outbox/tap'
import { useCarried, useOutbox } from '@/client/outbox/use-outbox'
import { Button } from '@/components/Button'
import { CallButton } from '@/components/CallButton'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { wechat } from '@/wechat'

const hints: Record<CareKind, string> = {
  unwell: '不确定也告诉社区一声',
  incident: '洒了、碰了、吵起来了',
  note: '狗会扑人、灯坏了：社区看过才给别人看',
}
const options = careKindNames.map(value => ({ value, label: careKinds[value], hint: hints[value] }))

/** What was said, and the key under which it waits on this phone, if it does. */
interface Told {
  kind: CareKind
  key: string
}

/** 老人不太好？出了事？: a tap and a few words from the door; it waits in the outbox where there is no network. Of somebody unwell it names whom to call, too: a report that was sent has been read by nobody yet. */
export function TellDesk({ errand }: { errand: Errand }) {
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState<Told>()
  const { taps } = useOutbox()
  const kept = taps.find(({ key }) => key === told?.key)
  const waits = kept !== undefined && isWaiting(kept)
  return (
    <>
      {told && !kept && <Notice tone="done">告诉社区了，谢谢您</Notice>}
      {waits && <Notice tone="waiting">没有网络，社区还不知道。有网了自动发</Notice>}
      {told?.kind === 'unwell' && (
        <>
          <Notice tone="stuck">
            {kept ? '别等了，现在就打电话给社区。急病打 120' : '放心不下就再打电话给社区。急病打 120'}
          </Notice>
          <CallButton label="打 120" number="120" shown onCall={number => void wechat.phoneCall(number)} />
        </>
      )}
      <Button look="text" inline icon="message-circle" onTap={() => setOpen(true)}>
        老人不太好？告诉社区
      </Button>
      {open && (
        <TellSheet
          errand={errand}
          onClose={() => setOpen(false)}
          onTold={said => {
            setTold(said)
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

function TellSheet({ errand, onClose, onTold }: { errand: Errand; onClose: () => void; onTold: (told: Told) => void }) {
  const report = useCarried(care.report)
  const [kind, setKind] = useState<CareKind>()
  const [words, setWords] = useState('')
  const [photo, setPhoto] = useState<string>()
  const [noPhoto, setNoPhoto] = useState<Failure>()
  const shoot = async () => {
    setNoPhoto(undefined)
    const taken = await wechat.takePhoto().catch((fault: unknown) => {
      setNoPhoto(fault instanceof Failure ? fault : new Failure('BROKEN'))
    })
    if (taken) setPhoto(taken)
  }
  const send = async () => {
    if (!kind) return
    const said = words.trim()
    const input = { errandId: errand.id, kind, ...(said ? { words: said } : {}), ...(photo ? { photo } : {}) }
    const moved = await report.run(input, { title: titleOf(errand, 'rider') })
    if (moved) onTold({ kind, key: moved.rev })
  }
  const foot = (
    <Button busy={report.busy} disabled={kind === undefined || (kind !== 'unwell' && words.trim() === '')} onTap={send}>
      告诉社区
    </Button>
  )
  return (
    <Sheet open title="告诉社区什么？" onClose={onClose} foot={foot}>
      <Notice tone="stuck">急病先打 120，再告诉社区</Notice>
      <CallButton label="打 120" number="120" shown onCall={number => void wechat.phoneCall(number)} />
      <Choice ariaLabel="告诉社区什么" options={options} chosen={kind} onChoose={setKind} />
      {kind && (
        <Field
          label={kind === 'unwell' ? '说几句（可不写）' : '说几句'}
          typed="long"
          value={words}
          maxLength={100}
          onInput={setWords}
        />
      )}
      {kind === 'incident' && (
        <Button look="quiet" icon="camera" onTap={shoot}>
          {photo ? '拍好了，再拍一张' : '拍张照（可不拍，不拍人）'}
        </Button>
      )}
      <FailureLine failure={noPhoto ?? report.failure} />
    </Sheet>
  )
}
