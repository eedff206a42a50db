import { membership } from '@domain/membership'
import { useAction } from '@/client'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Switch } from '@/components/Switch'

interface Props {
  communityId: string
  rev: string
  auto: boolean
}

const sides = [
  { label: '没人派就自己问', icon: 'send' },
  { label: '都由书记台派', icon: 'user' },
] as const

/** 自动派单: what happens when nobody dispatched a routine errand for ten minutes. */
export function ByItself({ communityId, rev, auto }: Props) {
  const { run, busy, failure } = useAction(membership.automate)
  const meaning = auto
    ? '平常的单十分钟没派，先问常来的师傅，再问附近的和整个社区的。急的、拿药的、头一回的、独居老人的，还等书记台。随时可以收回。'
    : '没派的单十分钟后催书记台，不会自己派出去。'
  return (
    <Section title="没来得及派的单">
      <Switch
        on={auto}
        sides={sides}
        busy={busy}
        hint={meaning}
        onSwitch={on => void run({ communityId, rev, auto: on })}
      />
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Section>
  )
}
