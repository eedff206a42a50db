import { membership } from '@domain/membership'
import { useAction } from '@/client'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Switch } from '@/components/Switch'

interface Props {
  communityId: string
  rev: string
  helps: boolean
}

const sides = [
  { label: '和邻近社区互助', icon: 'hand-helping' },
  { label: '只在本社区', icon: 'house' },
] as const

/** 互助: whether riders may help across the border of this community; the subdistrict says so. */
export function Helping({ communityId, rev, helps }: Props) {
  const { run, busy, failure } = useAction(membership.letHelp)
  const meaning = helps
    ? '这里没人接的单，可以问说过路过这里的邻近社区师傅；这里的师傅也可以去帮他们。'
    : '这里的单只问这里的师傅，他们也只接这里的单。'
  return (
    <Section title="师傅跨社区帮忙">
      <Switch
        on={helps}
        sides={sides}
        busy={busy}
        hint={meaning}
        onSwitch={on => void run({ communityId, rev, helps: on })}
      />
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Section>
  )
}
