import { useState } from 'react'
import { tradeNames, trades } from '@domain/person'
import { roster } from '@domain/roster'
import { fieldNames, type FieldName } from '@domain/roster/claim'
import type { Worker } from '@domain/roster/worker'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

const typed = ['name', 'phone', 'firm', 'grid', 'vehicle', 'plate'] as const satisfies FieldName[]

interface Props {
  communityId: string
  worker: Worker
  onClose: () => void
}

/** 改一改: only what was changed is written, as what the community says. */
export function CorrectSheet({ communityId, worker, onClose }: Props) {
  const correct = useAction(roster.correct)
  const [changed, setChanged] = useState<Partial<Record<FieldName, string>>>({})
  const stands = new Map(worker.fields.map(({ field, value }) => [field, value]))
  const valueOf = (field: FieldName) => changed[field] ?? (field === 'phone' ? '' : (stands.get(field) ?? ''))
  const set = (field: FieldName, value: string) => setChanged({ ...changed, [field]: value })
  const save = async () => {
    const written = Object.entries(changed).filter(([, value]) => value.trim() !== '')
    const values = Object.fromEntries(written.map(([field, value]) => [field, value.trim()]))
    if (written.length === 0) return onClose()
    if (await correct.run({ communityId, id: worker.id, rev: worker.rev, values })) onClose()
    return undefined
  }
  return (
    <Sheet
      open
      title="改一改"
      onClose={onClose}
      foot={
        <Button busy={correct.busy} onTap={save}>
          就这么写
        </Button>
      }
    >
      {worker.state === 'confirmed' && <Notice>本人确认过的，还是先看本人写的</Notice>}
      {typed.map(field => (
        <Field
          key={field}
          label={fieldNames[field]}
          typed={field === 'phone' ? 'phone' : 'text'}
          hint={field === 'phone' ? '不改就空着' : undefined}
          value={valueOf(field)}
          maxLength={30}
          onInput={value => set(field, value)}
        />
      ))}
      <Field label="行业">
        <Choice
          look="chips"
          ariaLabel="行业"
          options={tradeNames.map(value => ({ value, label: trades[value] }))}
          chosen={tradeNames.find(one => one === valueOf('trade') || trades[one] === valueOf('trade'))}
          onChoose={value => set('trade', trades[value])}
        />
      </Field>
      <FailureLine failure={correct.failure} />
    </Sheet>
  )
}
