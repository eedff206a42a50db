/** 云存储安全规则, as it stands in CloudBase's console: an expression, or for everybody. */
export interface StorageRules {
  read: boolean | string
  write: boolean | string
}

/**
 * What phones may do in cloud storage: put a photo under `photo/` or `face/`, a spreadsheet under `sheet/`, never over another person's, and
 * read nothing; reading goes by a link that a function made after asking who wants it. `auth` is the phone's person, `resource` the file: a new one is whose phone puts it.
 * Source: docs.cloudbase.net/storage/security-rules.
 */
export const storageRules = {
  read: false,
  write:
    'resource.openid == auth.openid && /^((photo|face)\\/[0-9A-Za-z_-]{1,80}\\.jpg|sheet\\/[0-9A-Za-z_-]{1,80}\\.(xlsx|csv))$/.test(resource.path) == true',
} as const satisfies StorageRules
