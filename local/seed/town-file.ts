import { applicant } from './joining'
import type { Home } from './homes'
import { home, placeOf, townName } from './names'
import { riders } from './roster'
import type { Door } from './stations'
import { deskIn, department, officer, type Settler } from './town'

/** Somebody whose phone the stage can take. `role` and `roleWords` say the same; `phone` is the one he is offered on. */
export interface Resident {
  openid: string
  name: string
  role: string
  roleWords: string
  hats: ('family' | 'rider' | 'desk' | 'keeper' | 'office' | 'department')[]
  phone: 'family' | 'desk' | 'rider'
  communityId: string
}

const tradeWords = { takeaway: '外卖', courier: '快递', hailing: '网约车', truck: '货车', media: '新媒体' } as const

function person(
  openid: string,
  name: string,
  words: string,
  hats: Resident['hats'],
  phone: Resident['phone'],
  communityId = home.id,
): Resident {
  return { openid, name, role: words, roleWords: words, hats, phone, communityId }
}

/** `town.json`: the people worth being, the first of each phone in its hands by default; the doors of 金星; 王奶奶's landline. */
export function townFile(
  day: string,
  homes: readonly Home[],
  doors: readonly Door[],
  keepers: readonly Settler[],
  idOf: (home: Home) => string,
): object {
  const { secretary, assistant, branch } = deskIn(home.id)
  const own = homes.filter(({ communityId }) => communityId === home.id)
  const elder = own.find(one => one.elder === '王奶奶')
  const families = own.flatMap(({ elder: of, relative }) => {
    if (!relative || !relative.openid.startsWith('family-')) return []
    return [
      person(
        relative.openid,
        relative.name,
        `居民 · ${relative.calls === '我自己' ? '' : `${of}的`}${relative.words}`,
        ['family'],
        'family',
      ),
    ]
  })
  const carriers = riders
    .filter(({ communityId }) => communityId === home.id)
    .filter(({ trade }, i) => i < 5 || trade === 'hailing')
    .map(({ openid, name, trade }) => {
      const isSon = own.some(({ relative }) => relative?.openid === openid)
      return person(
        openid,
        name,
        `${tradeWords[trade]}${isSon ? ' · 也是李奶奶的儿子' : ''}`,
        isSon ? ['rider', 'family'] : ['rider'],
        'rider',
      )
    })
  const desks = [secretary, assistant, ...(branch ? [branch] : [])].map(({ openid, name, words }) =>
    person(openid, name, words, ['desk'], 'desk'),
  )
  const neighbour = deskIn('c-qilong').secretary
  return {
    day,
    town: townName,
    community: { id: home.id, name: home.name },
    people: [
      ...families.slice(0, 8),
      ...families.slice(8).filter(({ openid }) => ['family-he', 'family-luo'].includes(openid)),
      person('guest-1', '何阿姨', '路过的人 · 第一次打开', ['family'], 'family'),
      ...desks,
      person(
        neighbour.openid,
        neighbour.name,
        `${neighbour.words} · 也是金星杨奶奶的女儿`,
        ['desk', 'family'],
        'desk',
        placeOf('c-qilong').id,
      ),
      ...keepers.slice(0, 3).map(({ openid, name, words }) => person(openid, name, words, ['keeper'], 'desk')),
      person(officer.openid, officer.name, officer.words, ['office'], 'desk'),
      person(department.openid, department.name, department.words, ['department'], 'desk'),
      person('guest-2', '林书记', '刚到任 · 第一次打开', ['family'], 'family'),
      ...carriers,
      person(applicant.openid, applicant.name, '快递 · 报了名，等社区确认', ['family'], 'rider'),
    ],
    stations: doors
      .filter(({ communityId }) => communityId === home.id)
      .map(({ _id, name, code, communityId, point, radiusMetres }) => ({
        id: _id,
        name,
        code,
        communityId,
        point,
        radiusMetres,
      })),
    ...(elder && { landline: { householdId: idOf(elder), elder: elder.elder } }),
  }
}
