import type { StorageRules } from '../../../domain/schema'

/** May a phone write this file? `owner` is whose phone put the one that is there already; undefined for nobody's, or a function's. */
export type MayWrite = (openid: string, path: string, owner: { openid: string | undefined } | undefined) => boolean

interface Attempt {
  path: string
  /** A new file belongs to whoever puts it. */
  isOwn: boolean
}

const truth = new Map<string, (attempt: Attempt) => boolean>([
  ['true', () => true],
  ['false', () => false],
  ['auth != null', () => true],
  ['resource.openid == auth.openid', ({ isOwn }) => isOwn],
])

/**
 * 云存储安全规则: reads the rule that is pasted into the console, so that what is refused there is refused here. Of the platform's
 * language it knows `true`, `false`, `auth != null`, the owner, `/…/.test(resource.path) == true`, and all of these joined by `&&`.
 * Source: docs.cloudbase.net/storage/security-rules and …/security-rules/secure_resource.
 * @throws Error for a rule beyond that, so that none is taken for a stricter or a laxer one
 */
export function readRules({ read, write }: StorageRules): MayWrite {
  if (read !== false)
    throw new Error('the storage rule for reading must be false: phones read by a link that a function made')
  const parts = String(write)
    .split('&&')
    .map(part => conditionOf(part.trim()))
  return (openid, path, owner) => {
    const isOwn = owner === undefined || owner.openid === openid
    return parts.every(holds => holds({ path, isOwn }))
  }
}

function conditionOf(part: string): (attempt: Attempt) => boolean {
  const plain = truth.get(part)
  if (plain) return plain
  const [, pattern, wanted] = /^\/(.+)\/\.test\(resource\.path\) == (true|false)$/.exec(part) ?? []
  if (pattern === undefined) throw new Error(`the storage rule "${part}" is not understood here`)
  const names = new RegExp(pattern)
  return ({ path }) => names.test(path) === (wanted === 'true')
}
