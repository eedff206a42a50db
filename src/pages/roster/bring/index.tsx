import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { roster } from '@domain/roster'
import { bodies, listBodies } from '@domain/roster/claim'
import { mostFileBytes } from '@domain/roster/list'
import { go, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { Section } from '@/components/Section'
import { chooseDocument, type Chosen } from '@/wechat/document'
import { AtDesk } from '../AtDesk'
import { ways } from '../ways'
import { Lists } from './Lists'

/** 导入名单: whose list it is, and the file; it is read and shown before anything is taken in. */
export default function RosterBring() {
  return <AtDesk>{communityId => <Bring communityId={communityId} />}</AtDesk>
}

type ListBody = (typeof listBodies)[number]

function Bring({ communityId }: { communityId: string }) {
  const [body, setBody] = useState<ListBody>()
  const [whose, setWhose] = useState('')
  const [file, setFile] = useState<Chosen>()
  const [lost, setLost] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const open = useAction(roster.openList)

  const guarded = async (work: () => Promise<void>) => {
    setLost(undefined)
    setBusy(true)
    try {
      await work()
    } catch (fault) {
      setLost(fault instanceof Failure ? fault : new Failure('BROKEN'))
    } finally {
      setBusy(false)
    }
  }
  const choose = () =>
    guarded(async () => {
      const chosen = await chooseDocument(['xlsx', 'csv'])
      if (chosen && chosen.size > mostFileBytes) throw new Failure('NO_SHEET', { why: '文件超过 8 MB，请分成几份' })
      if (chosen) setFile(chosen)
    })
  const read = () =>
    guarded(async () => {
      if (!file || !body) return
      const fileId = await file.upload()
      const said = { ...(whose.trim() && { whose: whose.trim() }) }
      const list = await open.run({ communityId, fileId, file: file.name.slice(-60), body, ...said })
      if (list) await go(ways.preview(list.id))
    })
  return (
    <View className="roster">
      <Field label="谁给的名单">
        <Choice
          look="chips"
          ariaLabel="谁给的名单"
          options={listBodies.map(value => ({ value, label: bodies[value] }))}
          chosen={body}
          onChoose={setBody}
        />
      </Field>
      {body === 'firm' && (
        <Field label="哪一家" placeholder="美团黔城站" value={whose} maxLength={30} onInput={setWhose} />
      )}
      <Field label="名单文件" hint="xlsx 或 csv，最多 2 万行。第一行写着姓名、电话这样的字就行">
        <Button look="quiet" icon="package" busy={busy} onTap={choose}>
          {file ? `换一份（${file.name}）` : '选文件'}
        </Button>
      </Field>
      <Button disabled={!file || !body} busy={busy || open.busy} onTap={read}>
        看一看，先不导
      </Button>
      <FailureLine failure={lost ?? open.failure} />
      <Section title="以前的">
        <Lists communityId={communityId} />
      </Section>
    </View>
  )
}
