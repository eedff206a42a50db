import { View } from '@tarojs/components'
import { useState } from 'react'
import { NewInvitation, postNames, posts } from '@domain/membership'
import type { Community } from '@domain/people'
import { station as stations } from '@domain/station'
import type { Me } from '@domain/role'
import * as z from '@domain/zod'
import { useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { roleQuestions, type Called } from './roles'

interface Props {
  community: Community
  roles: readonly Called[]
  /** The shop that was asked for. */
  station: string | undefined
  /** Those of whoever asks. */
  stations: Me['stations']
  busy: boolean
  onMake: (input: NewInvitation, place?: string) => unknown
}

const whole = 'whole'

/** 请他做什么: chosen, and only a department is typed. */
export function WhoForm({ community, roles, station, busy, onMake }: Props) {
  const [role, setRole] = useState<Called | undefined>(roles.length === 1 ? roles[0] : undefined)
  const [post, setPost] = useState<(typeof postNames)[number]>()
  const [compound, setCompound] = useState(whole)
  const [shop, setShop] = useState(station)
  const [office, setOffice] = useState('')
  const asks = roleQuestions.find(({ value }) => value === role)?.asks
  const shops = useQuery(stations.list, asks === 'shop' ? { communityId: community.id } : null)

  const { id: communityId, compounds } = community
  const compoundId = compound === whole ? undefined : compound
  const place =
    compounds.find(({ id }) => id === compoundId)?.name ?? shops.data?.rows.find(({ id }) => id === shop)?.name
  const said = {
    dispatcher: { communityId, role, post, ...(compoundId && { compoundId }) },
    keeper: { communityId, role, stationId: shop },
    department: { communityId, role, office },
    subdistrict: { communityId, role },
  }
  const read = z.safeParse(NewInvitation, role && said[role])
  const input = read.success ? read.data : undefined
  return (
    <View className="membership">
      {roles.length > 1 && (
        <Choice
          label="请他来做什么？"
          options={roleQuestions.filter(({ value }) => roles.includes(value))}
          chosen={role}
          onChoose={setRole}
        />
      )}
      {asks === 'post' && (
        <Choice
          label="是什么职务？"
          look="chips"
          options={postNames.map(value => ({ value, label: posts[value] }))}
          chosen={post}
          onChoose={setPost}
        />
      )}
      {asks === 'post' && compounds.length > 0 && (
        <Choice
          label="管哪儿？"
          look="chips"
          options={[
            { value: whole, label: '整个社区' },
            ...compounds.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={compound}
          onChoose={setCompound}
        />
      )}
      {asks === 'shop' &&
        (shops.data ? (
          <Choice
            label="哪个驿站？"
            options={shops.data.rows
              .filter(({ id }) => station === undefined || id === station)
              .map(({ id, name = '驿站' }) => ({ value: id, label: name }))}
            chosen={shop}
            onChoose={setShop}
          />
        ) : shops.failure ? (
          <Failed onRetry={shops.reload}>{shops.failure.sentence}</Failed>
        ) : (
          <Loading />
        ))}
      {asks === 'office' && (
        <Field label="什么部门" placeholder="消防所" value={office} maxLength={20} onInput={setOffice} />
      )}
      <Button busy={busy} disabled={!input} onTap={() => input && onMake(input, place)}>
        做一张邀请卡
      </Button>
    </View>
  )
}
