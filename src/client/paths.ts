import Taro, { useRouter } from '@tarojs/taro'
import { wechat } from '@/wechat'

/** A page of ours with its parameters, as a card, a notice or a tap opens it. */
export type Path = `/pages/${string}`

type Params = Readonly<Record<string, string | true | undefined>>

function path(page: string, params: Params = {}): Path {
  const query = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value === true ? 1 : encodeURIComponent(value)}`],
  )
  return `/pages/${page}/index${query.length > 0 ? `?${query.join('&')}` : ''}`
}

interface One extends Params {
  id: string
}
interface Reading extends Params {
  what?: string
}
interface ByPhone extends Params {
  byPhone?: true
}
interface Adding extends ByPhone {
  /** 我住这里: the person himself. */
  self?: true
}
interface Asking extends ByPhone {
  kind?: string
  household?: string
  again?: string
  /** 常用, to be asked again. */
  template?: string
}
interface OfHousehold extends Params {
  household: string
}
interface OfErrand extends Params {
  errand: string
}
interface Checking extends Params {
  /** The code of a badge. */
  scene: string
}
interface Arriving extends Params {
  code?: string
}

interface Inviting extends Params {
  /** The community. */
  c?: string
  /** The shop a clerk is wanted for. */
  station?: string
}

interface Entering extends Params {
  /** The community the card is of. */
  c?: string
  invite?: string
}

/** Every page of the product, named after its folder. */
export const paths = {
  tabHome: () => path('tab/home'),
  tabStation: () => path('tab/station'),
  tabStudy: () => path('tab/study'),
  tabMe: () => path('tab/me'),
  /** 请人帮忙; `again` is the errand to ask for once more. */
  errandAsk: (params: Asking = {}) => path('errand/ask', params),
  errandOne: (params: One) => path('errand/one', params),
  /** 没算清的账. */
  errandAccounts: () => path('errand/accounts'),
  errandMine: () => path('errand/mine'),
  /** 一起派: a proposal for all that wait. */
  errandPropose: () => path('errand/propose'),
  /** 今天来不了; `id` is the rider's. */
  errandRelieve: (params: One) => path('errand/relieve', params),
  /** 轮到谁. */
  errandTurns: () => path('errand/turns'),
  /** 天气和时间, for the desk. */
  errandPace: () => path('errand/pace'),
  /** 消息. */
  errandInbox: () => path('errand/inbox'),
  /** 称呼和头像. */
  peopleMyself: () => path('people/myself'),
  /** What is agreed to, to be read; `what` is one of domain/consent. */
  peopleConsent: (params: Reading) => path('people/consent', params),
  peopleCommunity: () => path('people/community'),
  riderApply: () => path('rider/apply'),
  /** 师傅: who applied, and who is one. */
  riderApplicants: () => path('rider/applicants'),
  riderOne: (params: One) => path('rider/one', params),
  /** 工牌, his own; and the page behind one, with its `scene`. */
  riderBadge: () => path('rider/badge'),
  riderCheck: (params: Checking) => path('rider/check', params),
  /** 接单资料, his own. */
  riderProfile: () => path('rider/profile'),
  /** 添一位老人. */
  householdAdd: (params: Adding = {}) => path('household/add', params),
  /** The elder's page, for the family and the desk. */
  householdOne: (params: One) => path('household/one', params),
  householdEdit: (params: One) => path('household/edit', params),
  /** 谁看过我家地址; `id` is the household's. */
  householdLooks: (params: One) => path('household/looks', params),
  householdErrands: (params: One) => path('household/errands', params),
  /** 冰箱贴. */
  householdSheet: (params: One) => path('household/sheet', params),
  /** 住户, for the desk. */
  householdList: () => path('household/list'),
  /** 我有绑定码. */
  householdBind: () => path('household/bind'),
  /** 替一天, for the desk. */
  householdSubstitutes: (params: One) => path('household/substitutes', params),
  /** 定期和常用 of a household. */
  recurringList: (params: OfHousehold) => path('recurring/list', params),
  recurringOne: (params: One) => path('recurring/one', params),
  /** 每周都要, from this errand. */
  recurringAdd: (params: OfErrand) => path('recurring/add', params),
  recurringChange: (params: One) => path('recurring/change', params),
  stationOne: (params: One) => path('station/one', params),
  stationArrive: (params: Arriving = {}) => path('station/arrive', params),
  stationKeep: (params: One) => path('station/keep', params),
  studyRead: (params: One) => path('study/read', params),
  studyWrite: () => path('study/write'),
  studyDesk: () => path('study/desk'),
  /** 从群里来; with `invite` the card by which the desk shows its group. */
  groupEnter: (params: Entering = {}) => path('group/enter', params),
  groupBind: () => path('group/bind'),
  /** 同事, 值班 and 邀请; `c` where it is not the community the phone is about. */
  membershipColleagues: (params: Inviting = {}) => path('membership/colleagues', params),
  membershipInvite: (params: Inviting = {}) => path('membership/invite', params),
  membershipDuty: () => path('membership/duty'),
  /** From the card of an invitation; without `id` its code is asked for. */
  membershipJoin: (params: Partial<One> = {}) => path('membership/join', params),
  /** 街道: its communities; with `c` one of them, else a new one. */
  membershipSubdistrict: () => path('membership/subdistrict'),
  membershipCommunity: (params: Inviting = {}) => path('membership/community', params),
  /** 我的数据, and 注销. */
  privacyMine: () => path('privacy/mine'),
  privacyLeave: () => path('privacy/leave'),
  /** 要照看的, for the desk; and what riders read of a household. */
  careQueue: () => path('care/queue'),
  careNotes: (params: One) => path('care/notes', params),
  safetyQueue: () => path('safety/queue'),
  rosterList: () => path('roster/list'),
  /** 我的登记. */
  rosterMine: () => path('roster/mine'),
} as const

const isTab = (to: string): boolean => to.startsWith('/pages/tab/')
const bare = (to: string): string => to.split('?')[0] ?? to

/** Opens a page over this one; ten deep, where WeChat stops, in place of it. */
export async function go(to: Path): Promise<void> {
  if (isTab(to)) return goTab(to)
  await Taro.navigateTo({ url: to }).catch(() => Taro.redirectTo({ url: to }))
}

/** Turns to one of the four tabs. */
export async function goTab(to: Path): Promise<void> {
  await Taro.switchTab({ url: bare(to) })
}

/** Opens a page in place of this one: what was here is done and not to be come back to. */
export async function redirect(to: Path): Promise<void> {
  if (isTab(to)) return goTab(to)
  await Taro.redirectTo({ url: to })
}

/** One page back; from a page opened by a card, home. */
export async function back(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await goTab(paths.tabHome())
}

/** A parameter as it was meant: WeChat hands them over as they stand in the path, H5 already read. */
function meant(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The parameters this page was opened with; any may be missing or made up, since a path can be typed. */
export function useParams(): Partial<Record<string, string>> {
  const params = Object.entries(useRouter().params)
  return Object.fromEntries(params.flatMap(([name, value]) => (value === undefined ? [] : [[name, meant(value)]])))
}

const isPath = (to: string): to is Path => to.startsWith('/pages/')

wechat.onOpen(asked => {
  const to = asked.startsWith('/') ? asked : `/${asked}`
  if (isPath(to)) void go(to)
})
wechat.onBack(() => void back())
