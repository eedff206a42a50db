import type { Got, WeChat } from '@/wechat'

/** What one of the two backs offers beside its face. */
export interface Back {
  wechat: WeChat
  /** 填上微信里的手机号, tapped. */
  phoneCode(): Promise<Got<string>>
  chooseDocument(endings: readonly string[]): Promise<unknown>
}

/** A person who says no: as the stage plays him, as WeChat says it, and what it comes to. */
export interface Refusal {
  /** He … */
  who: string
  asks: (back: Back) => Promise<unknown>
  stage: string
  wechat: { api: string; fault: object }
  /** What it comes to: what is answered, or the code and sentence it fails with. */
  ends: object | boolean
}

const locate = { api: 'getLocation', asks: ({ wechat }: Back) => wechat.locate() }
const photo = { api: 'chooseMedia', asks: ({ wechat }: Back) => wechat.takePhoto() }
const scan = { api: 'scanCode', asks: ({ wechat }: Back) => wechat.scan() }
const phone = { api: 'getPhoneNumber', asks: ({ phoneCode }: Back) => phoneCode() }
const file = { api: 'chooseMessageFile', asks: ({ chooseDocument }: Back) => chooseDocument(['xlsx']) }
const agree = { api: 'requirePrivacyAuthorize', asks: ({ wechat }: Back) => wechat.agree() }
const subscribe = { api: 'requestSubscribeMessage', asks: ({ wechat }: Back) => wechat.subscribe(['task']) }

const deny = { errMsg: 'fail auth deny' }
const closed = { errno: 104, errMsg: 'fail privacy permission is not authorized' }
const closedInOne = { ...closed, errno: 103 }
const undeclared = { errno: 112, errMsg: 'fail api scope is not declared in the privacy agreement' }

const no = (
  who: string,
  { api, asks }: { api: string; asks: Refusal['asks'] },
  stage: string,
  fault: object,
  ends: Refusal['ends'],
): Refusal => ({ who, asks, stage, wechat: { api, fault }, ends })
const got = (why: string) => ({ ok: false, why })
const fails = (code: 'NOT_ALLOWED' | 'NOT_GIVEN', sentence: string) => ({ code, sentence })

/** Both backs are held to this table. */
export const refusals: readonly Refusal[] = [
  no('gives no place', locate, 'location', deny, got('refused')),
  no('closes the privacy text before a place', locate, 'privacy', closedInOne, got('privacy')),
  no('is asked for a place that was not declared', locate, 'undeclared', undeclared, got('undeclared')),
  no('gives no camera for a photo', photo, 'camera', deny, fails('NOT_ALLOWED', '没有打开相机和相册，也没关系')),
  no(
    'closes the privacy text before a photo',
    photo,
    'privacy',
    closed,
    fails('NOT_GIVEN', '没同意隐私说明，相机和相册没有用，也没关系'),
  ),
  no(
    'is asked for a photo that was not declared',
    photo,
    'undeclared',
    undeclared,
    fails('NOT_GIVEN', '这里还用不了相机和相册，先用别的办法'),
  ),
  no('gives no camera for a code', scan, 'camera', deny, fails('NOT_ALLOWED', '没有打开相机，也没关系')),
  no('gives no number', phone, 'phone', { errMsg: 'getPhoneNumber:fail user deny' }, got('left')),
  no('closes the privacy text before his number', phone, 'privacy', closed, got('privacy')),
  no('is asked for a number that was not declared', phone, 'undeclared', undeclared, got('undeclared')),
  no(
    'closes the privacy text before a file',
    file,
    'privacy',
    closed,
    fails('NOT_GIVEN', '没同意隐私说明，文件没有用，也没关系'),
  ),
  no('closes the privacy text before a nickname', agree, 'privacy', closed, false),
  no(
    'has switched every message off',
    subscribe,
    'messages',
    { errCode: 20004 },
    {
      answers: { task: 'reject' },
      why: 'off',
    },
  ),
]

/** What it came to, a failure as its code and sentence. */
export async function comesTo(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked
  } catch (failure) {
    const { code, sentence } = failure as { code: string; sentence: string }
    return { code, sentence }
  }
}
