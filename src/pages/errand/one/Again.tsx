import { useState } from 'react'
import { titleOf } from '@domain/errand/title'
import type { Errand } from '@domain/errand/record'
import { recurring } from '@domain/recurring'
import { go, paths, useAction } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

interface Props {
  errand: Errand
  side: 'family' | 'desk'
}

/** 每周都要, or 存成常用 under a name; one that a rule made leads to its rule. */
export function Again({ errand, side }: Props) {
  const { id, recurringId } = errand
  const keep = useAction(recurring.keep)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(titleOf(errand, side).slice(0, 12))
  const [kept, setKept] = useState(false)
  const save = async () => {
    if (!(await keep.run({ errandId: id, name: name.trim() }))) return
    setOpen(false)
    setKept(true)
  }
  return (
    <>
      {recurringId ? (
        <Button look="quiet" icon="calendar" onTap={() => go(paths.recurringOne({ id: recurringId }))}>
          看定期的日子
        </Button>
      ) : (
        <Button look="quiet" icon="calendar" onTap={() => go(paths.recurringAdd({ errand: id }))}>
          每周都要
        </Button>
      )}
      {kept ? (
        <Notice tone="done">存好了，首页“再来一次”里有</Notice>
      ) : (
        <Button look="text" icon="star" onTap={() => setOpen(true)}>
          存成常用
        </Button>
      )}
      <Sheet
        open={open}
        title="存成常用"
        onClose={() => setOpen(false)}
        foot={
          <Button busy={keep.busy} disabled={name.trim() === ''} onTap={save}>
            存着
          </Button>
        }
      >
        <Field label="叫什么" hint="以后点它，只要选时间" value={name} maxLength={12} onInput={setName} />
        <FailureLine failure={keep.failure} />
      </Sheet>
    </>
  )
}
