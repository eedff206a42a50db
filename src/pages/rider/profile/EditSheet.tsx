import { useState } from 'react'
import { rider } from '@domain/rider'
import { Declared, type Profile } from '@domain/rider/record'
import * as z from '@domain/zod'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { screens, titles } from '../question/screens'
import type { FactName } from '../words'

interface Props {
  name: FactName
  profile: Profile
  communityId: string
  onClose: () => void
}

/** One thing of what he says of himself, changed at once. */
export function EditSheet({ name, profile, communityId, onClose }: Props) {
  const edit = useAction(rider.edit)
  const [said, setSaid] = useState(() => declaredIn(profile, name))
  const Screen = screens[name]
  const save = async () => {
    if (Object.keys(said).length === 0 || (await edit.run(said))) onClose()
  }
  return (
    <Sheet
      open
      title={titles[name]}
      onClose={onClose}
      foot={
        <Button busy={edit.busy} onTap={save}>
          就这样
        </Button>
      }
    >
      <Screen communityId={communityId} said={said} put={setSaid} />
      {edit.failure && <Notice tone="stuck">{edit.failure.sentence}</Notice>}
    </Sheet>
  )
}

/** What stands of this one thing; what this phone does not know begins anew. */
function declaredIn(profile: Profile, name: FactName): Partial<Declared> {
  const read = z.safeParse(z.partial(Declared), { [name]: profile[name] })
  return read.success ? read.data : {}
}
