import type { Me } from '@domain/role'
import { people } from '@domain/people'
import { may } from '@domain/operation'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { belongings } from './roles'

interface Props {
  me: Me
  nameOf: (communityId: string) => string
}

const told: Record<string, { tone: 'waiting' | 'plain'; words: string } | undefined> = {
  waiting: { tone: 'waiting', words: '报过名了，等社区见过您或问过公司，就告诉您' },
  refused: { tone: 'plain', words: '社区这次没确认，有话可以打电话问。也可以再报一次' },
  ended: { tone: 'plain', words: '社区请您停了，有话可以打电话问。也可以再报一次' },
}

/** 报名当师傅, or how the application stands; for a rider what he says of himself. A guest has his way in above. */
export function Applying({ me, nameOf }: Props) {
  const { application } = me
  const isRider = me.memberships.some(({ communityId }) => may(people.free, me, { communityId }))
  const standing = application && told[application.state]
  if (isRider)
    return (
      <Button look="quiet" icon="user" onTap={() => go(paths.riderProfile())}>
        接单资料
      </Button>
    )
  if (!application && belongings(me, 0).length === 0) return null
  return (
    <Section title="报名当师傅">
      {application && standing && (
        <Notice tone={standing.tone}>{`${nameOf(application.communityId)}：${standing.words}`}</Notice>
      )}
      {standing?.tone !== 'waiting' && (
        <Button look="quiet" icon="hand-helping" onTap={() => go(paths.riderApply())}>
          报名当师傅
        </Button>
      )}
    </Section>
  )
}
