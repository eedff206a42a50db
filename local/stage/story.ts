import { errand as errands } from '../../domain/errand'
import type { Errand } from '../../domain/errand/record'
import type { OutputOf } from '../../domain/operation'
import type { Role } from '../../domain/role'
import { ask } from './ask'
import type { OpenTown } from './open-town'
import { secretaryOf } from './town'

/** What the foot of the stage and 王奶奶's home are drawn from: as the secretary sees it. */
export interface Story {
  /** 这一单: the errand that a person touched last. */
  errand?: Errand | undefined
  /** The latest errand of the household with only a landline. */
  elder?: Errand | undefined
  /** 要打的电话 of that household's community. */
  calls: OutputOf<typeof errands.calls>['rows']
}

/** Follows the errands of a town. */
export interface Storyteller {
  read(): Story
  /** Looks again at a community's errands; resolves when told. */
  look(communityId: string): Promise<void>
}

/** Opens the storyteller. The first look only remembers; from then on a changed `rev` shows which errand was touched. */
export function openStoryteller({ cloud, diary, town }: OpenTown, tell: (story: Story) => void): Storyteller {
  const revs = new Map<string, Map<string, string>>()
  let story: Story = { calls: [] }

  async function look(communityId: string): Promise<void> {
    const desk = secretaryOf(town, communityId)
    if (!desk) return
    const see = (id: string) => ask(cloud, desk.openid, errands.one, { id })
    const board = (await ask(cloud, desk.openid, errands.board, { communityId }))?.rows ?? []
    const touched = touchedIn(communityId, board)
    const latest = await latestByPerson(await Promise.all(touched.slice(0, 5).map(see)))
    const id = latest?.id ?? diary.read().errandId
    if (latest && latest.id !== diary.read().errandId) diary.write({ errandId: latest.id })
    const mine = id === undefined ? undefined : (latest ?? (await see(id)) ?? story.errand)
    story = { ...story, errand: mine, ...(await homeOf(communityId, desk.openid, board, see)) }
    tell(story)
  }

  function touchedIn(communityId: string, board: Errand[]): string[] {
    const before = revs.get(communityId)
    const now = new Map(board.map(row => [row.id, row.rev ?? '']))
    revs.set(communityId, new Map([...(before ?? []), ...now]))
    return before ? [...now].filter(([id, rev]) => before.get(id) !== rev).map(([id]) => id) : []
  }

  async function homeOf(
    communityId: string,
    openid: string,
    board: Errand[],
    see: (id: string) => Promise<Errand | undefined>,
  ) {
    const { landline, people } = town
    const home = people.find(person => person.openid === openid)?.communityId
    if (!landline || home !== communityId) return {}
    const theirs = board.filter(row => row.householdId === landline.householdId)
    const id = theirs.sort((a, b) => (b.requestedAt ?? 0) - (a.requestedAt ?? 0))[0]?.id ?? story.elder?.id
    const calls = await ask(cloud, openid, errands.calls, { communityId })
    return { elder: id === undefined ? undefined : await see(id), calls: calls?.rows ?? [] }
  }

  return { read: () => story, look }
}

/** The errand that a person, not the timer, touched last: the foot of the stage must not jump to what the clock does elsewhere. */
function latestByPerson(seen: (Errand | undefined)[]): Errand | undefined {
  const last = (errand: Errand | undefined) => errand?.timeline?.at(-1)
  const timed: Role = 'clock'
  const byPeople = seen.filter((errand): errand is Errand => last(errand) !== undefined && last(errand)?.as !== timed)
  return byPeople.sort((a, b) => (last(b)?.at ?? 0) - (last(a)?.at ?? 0))[0]
}
