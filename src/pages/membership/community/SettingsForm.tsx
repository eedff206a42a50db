import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Settings } from '@domain/membership'
import type { Failure } from '@domain/failure'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { CompoundFields } from './CompoundFields'
import { buildingsIn, readDraft, type Draft } from './draft'
import { GridFields } from './GridFields'
import { GroupFields } from './GroupFields'

interface Props {
  first: Draft
  /** What the button says. */
  done: string
  busy: boolean
  failure?: Failure
  onDone: (settings: Settings) => unknown
}

/** 社区: its name and telephone, compounds, grids and groups. */
export function SettingsForm({ first, done, busy, failure, onDone }: Props) {
  const [draft, setDraft] = useState(first)
  const [wrong, setWrong] = useState<string>()
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  function submit(): unknown {
    const read = readDraft(draft)
    setWrong('wrong' in read ? read.wrong : undefined)
    return 'settings' in read ? onDone(read.settings) : undefined
  }
  return (
    <View className="membership">
      <Field
        label="社区名称"
        placeholder="晨光社区"
        value={draft.name}
        maxLength={20}
        onInput={name => change({ name })}
      />
      <Field
        label="社区电话"
        hint="“打电话给社区”拨的就是它"
        typed="phone"
        value={draft.phone}
        maxLength={13}
        onInput={phone => change({ phone })}
      />
      <CompoundFields compounds={draft.compounds} onChange={compounds => change({ compounds })} />
      <GridFields grids={draft.grids} buildings={buildingsIn(draft)} onChange={grids => change({ grids })} />
      <GroupFields groups={draft.groups} onChange={groups => change({ groups })} />
      {wrong && <Notice tone="stuck">{wrong}</Notice>}
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      <Button busy={busy} onTap={submit}>
        {done}
      </Button>
    </View>
  )
}
