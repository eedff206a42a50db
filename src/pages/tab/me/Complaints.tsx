import { people } from '@domain/people'
import { useCommunity, useQuery } from '@/client'
import { CallButton } from '@/components/CallButton'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { wechat } from '@/wechat'

/** 投诉与建议: the community's telephone, where a person answers. */
export function Complaints() {
  const { id } = useCommunity()
  const { data, failure, reload } = useQuery(people.community, id ? { id } : null)
  if (!id) return null
  return (
    <Section title="投诉与建议">
      {data && (
        <CallButton
          label={`打电话给${data.name}`}
          hint="有不满意的、想说的，都可以讲"
          number={data.phone}
          shown
          onCall={wechat.phoneCall}
        />
      )}
      {!data && failure && (
        <Notice tone="stuck" action="再试一次" onAction={() => void reload()}>
          {failure.sentence}
        </Notice>
      )}
    </Section>
  )
}
