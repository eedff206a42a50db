import { membership } from '@domain/membership'
import { scopeOf } from '@domain/role'
import { paths, redirect, useAction, useMe, useNow } from '@/client'
import { OfOffice } from '../OfOffice'
import { emptyDraft } from './draft'
import { SettingsForm } from './SettingsForm'

/** 新开一个社区: then its own page, from which its first dispatcher is invited. */
export function NewCommunity() {
  const me = useMe()
  const now = useNow()
  const { run, busy, failure } = useAction(membership.addCommunity)
  const [beside] = membership.addCommunity.by.flatMap(role => scopeOf(me, role, now))
  if (beside === undefined) return <OfOffice>新开社区由街道来办</OfOffice>
  return (
    <SettingsForm
      first={emptyDraft}
      done="新开这个社区"
      busy={busy}
      failure={failure}
      onDone={async settings => {
        const made = await run({ communityId: beside, ...settings })
        if (made) await redirect(paths.membershipCommunity({ c: made.id }))
      }}
    />
  )
}
