import { isKeyOf } from './key'

/** What a failure can carry into its sentence. */
export interface FailureDetail {
  /** The name as called of the person who has it now; nothing else of him. */
  who?: string
  /** How many tries are left. */
  left?: number
  /** The field of the input that was refused, and why, in words. */
  field?: string
  why?: string
}

/** Every failure code with the sentence a person sees: what happened, what to do now; at most 40 characters. */
export const failures = {
  BAD_INPUT: ({ why }: FailureDetail) => (why ? `${why}，请改一改` : '填的内容有一处不对，请看一看'),
  TOO_BIG: () => '内容太长了，请分几次写',
  UNKNOWN_VERB: () => '这个功能要更新小程序才能用',
  FORBIDDEN: () => '这件事要由别的人来办',
  NOT_FOUND: () => '没找到，可能已经取消了',
  WRONG_STATE: ({ who }: FailureDetail) => (who ? `${who}已经接手了，请看最新情况` : '情况有变，请看最新情况'),
  TAKEN: ({ who }: FailureDetail) => `刚被${who ?? '别人'}接了，谢谢您`,
  STALE: () => '刚有人改过，请看最新的再改',
  KEY_REUSED: () => '这次和上次填的不一样，请重新点一下',
  HANDS_FULL: ({ why }: FailureDetail) => why ?? '手上已有两单，送完再接',
  NEEDS_ADVANCE: () => '这一单要先垫钱，您说过不垫，看看别的',
  OVER_CAP: () => '超过说好的钱了，先问一声再垫',
  LAID_OUT: () => '东西拿了就点“没送成”，花的钱才写得下',
  SETTLE_FIRST: ({ why }: FailureDetail) => `师傅垫的${why ?? '钱'}还没算清，算清了再来`,
  ASK_BOUGHT: () => '师傅在路上了，可能已经垫钱买了。先打电话问一声',
  OTHERS_PHOTO: () => '这张照片是别的单的，请给这一单拍一张',
  RIDER_GONE: () => '这位师傅不在了，换一位',
  NO_ADVANCE: () => '这位师傅不垫钱，请换一位',
  NAME_ONE: () => '这一单要点名派，不能放给大家',
  SAY_WHY: () => '选的不是排在前面的，请点一下为什么',
  CALL_FIRST: () => '新住户，先打电话核实再派',
  BACK_FIRST: () => '接回来要在送去以后，还在同一天，请改一改',
  PAST_SLOT: () => '这个时间已经过了，请换一个',
  TOO_FAR: () => '这一天还太远，请选近一点的日子',
  NO_HEALTH_CONSENT: () => '拿药要先勾选同意记录这次拿药',
  AGREE_FIRST: () => '请先看一看说明，勾一下再来',
  NEEDS_PAID: () => '请先付好药钱再请人去拿',
  PHOTO_GONE: () => '照片不在手机里了，请重新记一次',
  PHOTO_STAYED: () => '照片没传上去，不带照片再说一次',
  TOO_EARLY: () => '还没到最晚的时间，不用急',
  WRONG_DIGITS: ({ left }: FailureDetail) => `数字不对，还能试 ${left ?? 0} 次`,
  ASK_DESK: () => '试得太多了，请打电话给社区',
  STILL_CARRIES: ({ left }: FailureDetail) => `他手上还有 ${left ?? 0} 单，先换人再请他停`,
  ALREADY_APPLIED: () => '已经报过名了，等社区确认',
  NO_SUCH_CODE: () => '没认出这个码，请再扫一次',
  STATION_CLOSED: () => '这个驿站现在没开，看看附近的',
  NOT_ALLOWED: ({ why }: FailureDetail) => why ?? '没有打开这一项，也没关系，换个办法',
  NOT_GIVEN: ({ why }: FailureDetail) => why ?? '手机没给出来，也没关系，换个办法',
  NO_NUMBER: () => '没取到手机号，请自己写一下',
  UNFIT_WORDS: () => '内容含不适合公开的文字，请改一改',
  NO_SHEET: ({ why }: FailureDetail) => why ?? '这份表读不出来，请另存为 xlsx 再选',
  STILL_OPEN: ({ left }: FailureDetail) => `还有 ${left ?? 0} 处没定，都定了再来`,
  OPEN_ERRANDS: ({ left }: FailureDetail) => `这家还有 ${left ?? 0} 单没办完，先办完或取消再来删`,
  ALREADY_KIN: () => '您已经是这家的家里人了',
  NO_SUCH_INVITE: () => '这个码过期了，请社区再发一次',
  LAST_AT_DESK: () => '书记台不能没有人，请街道先请一位',
  LAST_IN_OFFICE: () => '街道不能没有人，请先请一位同事来',
  NOT_A_GROUP: () => '没认出是哪个群，请在群里点卡片',
  OTHER_COMMUNITY: () => '这个群已经绑在别的社区了',
  HAND_OVER_FIRST: () => '还有事没交出去，看一看列出来的再注销',
  LEAVING: () => '正在注销，过几分钟再来',
  STOPPED: () => '天气不好，社区停一停，安全第一',
  NOBODY_THERE: () => '没有师傅说过走那边，换一批人问',
  CAP_REACHED: () => '这周到您定的单数了，要多接先改“每周几单”',
  OFFLINE: () => '没有网络，您填的都在，连上再试',
  TIMED_OUT: () => '网络太慢，没等到回音，再试一次',
  BROKEN: () => '系统出了点问题，请打电话给社区',
} as const satisfies Record<string, (detail: FailureDetail) => string>

export type FailureCode = keyof typeof failures

/** A failure a person can cause or must act on. Bugs are not failures: they throw themselves. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly detail: FailureDetail = {},
  ) {
    super(code)
    this.name = 'Failure'
  }

  /** What the person reads. */
  get sentence(): string {
    return failures[this.code](this.detail)
  }
}

/** Rebuilds a failure from the wire; an unknown code from a newer cloud reads as BROKEN. */
export function failureOf(code: string, detail: FailureDetail = {}): Failure {
  return new Failure(isKeyOf(failures, code) ? code : 'BROKEN', detail)
}
