/** 环境变量: what tells the SDK where the cloud is and on whose behalf a function runs (facts/cloudbase.md 2.2). */
export type Env = Record<string, string>

/** The local environment's and mini-program's names. */
export const envId = 'local-xinlin'
export const appId = 'wxlocalxinlin0000'

/** The variables that any SDK process needs. Keys and tokens are dummies: the gateway never checks them. */
export function processEnv(url: string): Env {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: envId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TCB_ENV: envId,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TZ: 'UTC',
    SILENCE: 'true',
  }
}

/** Who calls a function, and by what way. */
export interface Caller {
  openid: string | null
  /** `wx_client`, `wx_client,scf` when nested, `wx_trigger` for a timer. */
  source: string
  /** The fields of the event that the platform itself filled with open data. */
  openData?: readonly string[]
}

/** The variables of one invocation. */
export function callEnv(caller: Caller, token: string, sequence: number, offsetMs: number): Env {
  const keys = ['WX_APPID', 'WX_CLIENTIP', 'WX_API_TOKEN']
  if (caller.openid !== null) keys.unshift('WX_OPENID')
  if (caller.openData) keys.push('WX_OPEN_DATA_INFO')
  const timer = caller.source.startsWith('wx_trigger')
  return {
    TCB_SEQID: String(sequence),
    TCB_SOURCE: caller.source,
    XINLIN_CLOCK_OFFSET_MS: String(offsetMs),
    ...(timer ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : {}),
    WX_API_TOKEN: token,
    WX_APPID: appId,
    WX_CLIENTIP: '127.0.0.1',
    ...(caller.openid === null ? {} : { WX_OPENID: caller.openid }),
    ...(caller.openData ? { WX_OPEN_DATA_INFO: JSON.stringify({ keys: caller.openData }) } : {}),
    WX_CONTEXT_KEYS: keys.join(','),
  }
}

/** The variables that belong to a call and must not outlive it. */
export const callKeys = [
  'TCB_SEQID',
  'TCB_SOURCE',
  'XINLIN_CLOCK_OFFSET_MS',
  'TRIGGER_SRC',
  'WX_TRIGGER_API_TOKEN_V0',
  'WX_API_TOKEN',
  'WX_APPID',
  'WX_CLIENTIP',
  'WX_OPENID',
  'WX_OPEN_DATA_INFO',
  'WX_CONTEXT_KEYS',
]
