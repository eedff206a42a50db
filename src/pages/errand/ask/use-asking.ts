import { useEffect, useRef, useState } from 'react'
import { lacking, type Matter } from '@domain/consent'
import { errand } from '@domain/errand'
import { askNeeds } from '@domain/errand/ask'
import type { Errand } from '@domain/errand/record'
import { kindNames } from '@domain/errand/record'
import { household as homes } from '@domain/household'
import type { Household } from '@domain/household/record'
import { recurring } from '@domain/recurring'
import type { Me } from '@domain/role'
import { askedFor } from '@domain/template'
import {
  askToTell,
  isUntold,
  now as cloudNow,
  useAction,
  useDraft,
  useMe,
  useNow,
  useParams,
  useQuery,
  type Action,
} from '@/client'
import type { Subscribed } from '@/wechat'
import { againOf, askOf, blank, firstOpen, inTime, nextStep, refusal, steps, type Answers } from './answers'

export interface Asking {
  answers: Answers
  byPhone: boolean
  now: number
  put: (some: Partial<Answers>) => void
  answer: (some: Partial<Answers>) => void
  /** Back to the question before; every answer stays. */
  back: (() => void) | undefined
  submit: () => Promise<void>
  /** What must be agreed to before this can be sent; 拿药 has its own tick among the questions. */
  asked: Matter[]
  agreed: Matter[]
  agree: (agreed: Matter[]) => void
  sending: Action<typeof errand.request>
  /** The errand, once the cloud has it. */
  sent?: Errand
  /** Of what he wished to be told by WeChat nothing was allowed; `off`: he takes no messages of ours at all. */
  untold?: 'here' | 'off'
  /** True while 再来一次 fetches what it was. */
  loading: boolean
}

/** What was begun for one errand or one caller is kept apart from the rest. */
interface OpenedWith {
  again?: string
  template?: string
  byPhone: boolean
  household?: string
}

function draftOf({ again = '', template = again, byPhone, household }: OpenedWith): string {
  if (template) return `again.${template}`
  if (!byPhone) return 'ask'
  return household ? `ask.desk.${household}` : 'ask.desk'
}

/** The household of a caller, as an answer. */
const calledFor = ({ id, communityId, elder = '', building = '' }: Household) => ({
  householdId: id,
  communityId,
  whom: `${elder}（${building}）`,
})

/** As it was the last time, for whom this relative calls so: what is kept does not say it. */
function againFor(before: Errand, me: Me): Answers {
  const kin = before.calls ? undefined : me.households.find(({ id }) => id === before.householdId)
  return { ...againOf(before), ...(kin && { whom: `${kin.calls || kin.elder}（${kin.place}）` }) }
}

const isAwaited = (wanted: string | undefined, { data, failure }: { data?: unknown; failure?: unknown }): boolean =>
  wanted !== undefined && data === undefined && failure === undefined

/** The six questions' answers: kept as a draft, begun by what the page was opened with, sent at the end. */
export function useAsking(): Asking {
  const { kind, household, again, template, byPhone: phone } = useParams()
  const byPhone = phone === '1'
  const me = useMe()
  const now = useNow()
  const [answers, keep, clear] = useDraft<Answers>(draftOf({ again, template, byPhone, household }), blank)
  const asked = useQuery(errand.one, again ? { id: again } : null)
  const kept = useQuery(recurring.one, template ? { id: template } : null)
  const before = template ? kept : asked
  // Of a caller the desk knows which household; a relative has it with him.
  const caller = useQuery(homes.one, byPhone && household ? { id: household } : null)
  const sending = useAction(errand.request)
  const [sent, setSent] = useState<Errand>()
  const [told, setTold] = useState<Subscribed>()
  const [agreed, agree] = useState<Matter[]>([])

  const put = (some: Partial<Answers>) => keep({ ...answers, ...some })
  const answer = (some: Partial<Answers>) => {
    const next = { ...answers, ...some }
    const step = nextStep(next, cloudNow(), byPhone)
    keep({ ...next, step, checking: next.checking && step !== steps })
  }

  const begun = useRef(false)
  useEffect(() => {
    const isWaiting =
      ((again || template) && !before.data) || (household && (me.id === '' || (byPhone && !caller.data)))
    if (begun.current || isWaiting) return undefined
    begun.current = true
    const kin = byPhone ? undefined : me.households.find(({ id }) => id === household)
    const chosen = kindNames.find(name => name === kind)
    if (before.data && answers.step === blank.step) return keep(againFor(before.data, me))
    const lying = inTime(answers, cloudNow())
    if (!chosen && !kin && !caller.data) return lying === answers ? undefined : keep(lying)
    const begunWith = {
      ...lying,
      ...(caller.data && calledFor(caller.data)),
      ...(chosen && chosen !== answers.kind ? { ...blank, kind: chosen } : {}),
      ...(kin
        ? { householdId: kin.id, communityId: kin.communityId, whom: `${kin.calls || kin.elder}（${kin.place}）` }
        : {}),
    }
    return keep({ ...begunWith, step: firstOpen(begunWith, cloudNow()) })
  }, [again, answers, before.data, byPhone, caller.data, household, keep, kind, me, template])

  const submit = async () => {
    const ask = askOf(answers, byPhone, agreed)
    if (!ask || refusal(answers, byPhone, cloudNow())) return
    // WeChat lets us ask only straight in the tap; the errand does not wait for the answer.
    if (answers.tell && !byPhone) void askToTell(askedFor.request, { wished: true }).then(setTold)
    const made = await sending.run(ask)
    if (!made) return
    setSent(made)
    clear()
  }
  // Who came from the last screen to change one thing goes back there.
  const isDetour = answers.checking && firstOpen(answers, now) === steps
  const back = answers.step > 1 ? () => put({ step: isDetour ? steps : answers.step - 1, checking: false }) : undefined
  return {
    answers,
    byPhone,
    now,
    put,
    answer,
    back,
    submit,
    asked: byPhone ? [] : lacking(me, askNeeds(answers.kind)).filter(what => what !== 'health'),
    agreed,
    agree,
    sending,
    sent,
    untold: isUntold(told) ? (told?.why === 'off' ? 'off' : 'here') : undefined,
    loading: isAwaited(template ?? again, before) || (byPhone && isAwaited(household, caller)),
  }
}
