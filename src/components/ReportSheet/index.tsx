import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { isKeyOf } from '@domain/key'
import { reportReasons, type ReportReason } from '@domain/safety'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'

interface Props {
  /** What is reported, as it stands on the button: 举报, 举报这位师傅的名字. */
  words: string
  busy: boolean
  /** It has been said. */
  told: boolean
  failure?: Failure | undefined
  onReport: (why: ReportReason) => Promise<unknown>
}

const options = Object.entries(reportReasons).flatMap(([value, label]) =>
  isKeyOf(reportReasons, value) ? [{ value, label }] : [],
)

/** 举报: small, at the foot of what others wrote; one tap for what is wrong with it, and nothing to type. */
export function ReportSheet({ words, busy, told, failure, onReport }: Props) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState<ReportReason>()
  if (told) return <Notice tone="done">社区会看，谢谢您</Notice>

  async function send(): Promise<void> {
    if (why !== undefined && (await onReport(why)) !== undefined) setOpen(false)
  }
  return (
    <>
      <Button look="text" icon="triangle-alert" onTap={() => setOpen(true)}>
        {words}
      </Button>
      <Sheet
        open={open}
        title="哪里不合适？"
        onClose={() => setOpen(false)}
        foot={
          <Button busy={busy} disabled={why === undefined} onTap={send}>
            告诉社区
          </Button>
        }
      >
        <Choice ariaLabel="哪里不合适" options={options} chosen={why} onChoose={setWhy} />
        {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      </Sheet>
    </>
  )
}
