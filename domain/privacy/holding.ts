import type { CollectionName } from '../schema'

/** What a collection holds of a person, and what becomes of it when he leaves. */
export interface Holding {
  /** As he reads it on 我的数据. */
  what: string
  /** The fields by which his records are found, by his id or his door (relation.ts): each the first of an index of its own. */
  found: readonly string[]
  /**
   * The field that makes a record his own, and what becomes of it when he leaves: it is `removed`, or goes on being `counted` under an id
   * that leads nowhere. Whatever else is found is somebody else's, and stays without his name and id.
   */
  his?: { by: string; is: 'removed' | 'counted' }
  /** It is in the file that he takes along. */
  taken?: true
}

/**
 * Every collection says what it holds of a person; `null`: nothing of anybody. A new one does not compile before it has said so, and a test
 * looks through the whole store for whoever has left. Source: facts/wechat-platform 1.4 (个人信息保护法 45, 47).
 */
export const holdings = {
  people: {
    what: '称呼、头像、电话、在社区是什么人、同意过什么、从哪个群来',
    found: ['keys.byId', 'confirmations.byId', 'looks.byId'],
    taken: true,
  },
  households: {
    what: '您替谁请人帮忙、谁同意的',
    found: ['keys.byId', 'consent.toldToId', 'unbound', 'regularRiderId'],
    taken: true,
  },
  bindings: {
    what: '您怎么成了谁的家里人',
    found: ['relativeId', 'inboxOf', 'timeline.byId'],
    his: { by: 'relativeId', is: 'removed' },
    taken: true,
  },
  removals: { what: '您删掉过几家的记录', found: ['keys.byId'] },
  codes: { what: '您要过、用过的绑定码', found: ['keys.byId', 'usedBy'] },
  tries: { what: '一天里输过几次码', found: ['personId'], his: { by: 'personId', is: 'removed' } },
  looks: { what: '您看过谁家门牌和电话', found: ['personId'] },
  errands: {
    what: '您点的单、送过的单，谁看过门牌和电话',
    found: ['timeline.byId', 'inboxOf', 'openTo', 'unbound', 'regularRiderId', 'backupId', 'choices.shown'],
    taken: true,
  },
  recurrings: { what: '您替家里定的定期和常用', found: ['timeline.byId', 'unbound'], taken: true },
  substitutes: { what: '哪天请谁替常来的师傅', found: ['timeline.byId', 'inboxOf'] },
  cares: { what: '您在门口告诉社区的事', found: ['timeline.byId'] },
  visits: {
    what: '去过哪个驿站',
    found: ['personId', 'timeline.byId'],
    his: { by: 'personId', is: 'counted' },
    taken: true,
  },
  progress: { what: '每一课看到第几页', found: ['personId'], his: { by: 'personId', is: 'removed' }, taken: true },
  posts: { what: '您写的课', found: ['timeline.byId'] },
  doubts: {
    what: '您写的、报上来的，等社区看一眼的',
    found: ['timeline.byId', 'ofId'],
    his: { by: 'ofId', is: 'removed' },
  },
  groups: { what: '您认过的群', found: ['keys.byId'] },
  invites: { what: '您做的认群卡片和进群码', found: ['keys.byId'] },
  stations: { what: '您改过驿站的什么', found: ['keys.byId'] },
  communities: { what: '您哪天值班', found: ['keys.byId', 'onDuty.personId', 'onDuty.standInId'] },
  invitations: { what: '谁请您来的、您请过谁、什么时候不做了', found: ['personId', 'timeline.byId'] },
  roster: {
    what: '底数里您认过的那一条',
    found: ['personId', 'keys.byId'],
    his: { by: 'personId', is: 'removed' },
    taken: true,
  },
  enterprises: { what: '您填过公司的什么', found: ['keys.byId'] },
  imports: { what: '您导进来的名单', found: ['keys.byId'] },
  importRows: { what: '您看过的名单的行，名单里关于您的行', found: ['keys.byId'] },
  reconciliations: { what: '您对过的账', found: ['keys.byId'] },
  differences: { what: '对账时您定过的、关于您的', found: ['keys.byId'] },
  sheetFiles: { what: '您导进导出过的表格文件', found: ['keys.byId'] },
  rosterLooks: { what: '您看过底数里谁的号码，谁看过您的', found: ['keys.byId'] },
  leases: null,
} as const satisfies Record<CollectionName, Holding | null>

export type Held = { [N in CollectionName]: (typeof holdings)[N] extends null ? never : N }[CollectionName]
/** The collections of the file that a person takes along. */
export type Taken = { [N in Held]: (typeof holdings)[N] extends { taken: true } ? N : never }[Held]
