import { endsElsewhere } from '@domain/errand/arrived'
import type { Errand } from '@domain/errand/record'
import { type Action, at, isDisputable } from './action'

/** What can have been wrong, by what was to be done. */
interface Ending {
  holds: (errand: Errand) => boolean
  label: string
  title: string
  /** Ready for the family to tap. */
  reasons: readonly string[]
  /** The same as the desk hears it on the telephone. */
  told: readonly string[]
  /** The first thing that somebody may mean who is not content. */
  poor: string
}

const isRidden = ({ ride }: Errand): boolean => ride !== undefined
const isBrought = (errand: Errand): boolean => endsElsewhere(errand) === undefined

const brought: Ending = {
  holds: isBrought,
  label: '东西不对',
  title: '哪儿不对？',
  reasons: ['拿错了', '少了', '坏了、洒了', '钱不对'],
  told: ['没收到', '东西不对', '钱不对'],
  poor: '东西不对',
}
const ofRide = ['没接到人', '来晚了', '送错地方了']
const ridden: Ending = {
  holds: isRidden,
  label: '有话说',
  title: '接送有什么不对？',
  reasons: ofRide,
  told: ofRide,
  poor: '来晚了',
}
const ofSending = ['没寄出去', '寄错地方了', '钱不对']
const sentOff: Ending = {
  holds: errand => !isBrought(errand) && !isRidden(errand),
  label: '有话说',
  title: '寄件有什么不对？',
  reasons: ofSending,
  told: ofSending,
  poor: '没寄出去',
}
const endings = [brought, ridden, sentOff]

const disputing = { verb: 'dispute', asks: 'why' } as const

const wrong = ({ holds, label, title, reasons }: Ending, state: string, weight: Action['weight']): Action => ({
  ...disputing,
  side: 'family',
  label,
  weight,
  title,
  reasons,
  when: (errand, now) => at(state)(errand) && holds(errand) && isDisputable(errand, now),
})

/** 有话说, as the family taps it: beside 收到了, and after that on the errand's own page. */
export const familyWrongs: readonly Action[] = [
  {
    ...wrong(brought, 'delivered', 'plain'),
    label: '没收到',
    title: '没收到，是怎么回事？',
    reasons: ['没见到人', '说送到了，没找到东西', '送错地方了'],
  },
  ...endings.map(ending => wrong(ending, 'delivered', 'plain')),
  ...endings.map(ending => wrong(ending, 'confirmed', 'rare')),
]

/** The same, for a family that telephones. */
export const deskWrongs: readonly Action[] = endings.map(({ holds, told }) => ({
  ...disputing,
  side: 'desk',
  label: '请书记来处理',
  weight: 'rare',
  title: '家里怎么说？',
  reasons: told,
  when: (errand, now) => holds(errand) && isDisputable(errand, now),
}))

/** 告诉社区: the rating is read by nobody but the family, so that whoever wants an answer must say so. */
export const unhappyWith = (errand: Errand): Action => ({
  ...disputing,
  side: 'family',
  label: '告诉社区',
  weight: 'plain',
  title: '哪里不满意？',
  reasons: [endings.find(({ holds }) => holds(errand))?.poor ?? brought.poor, '跟说好的不一样', '说话不客气'],
})
