// Run by data.mjs in a process of its own: lmdb dies with the process on a file that is broken, and takes nobody's last words.
import { open } from 'lmdb'

const root = open({ path: process.argv[2], maxDbs: 4, readOnly: true })
const documents = root.openDB({ name: 'documents', encoding: 'string', keyEncoding: 'binary' })
// A glance: enough to meet a file that is torn or none of ours, too little to wait for.
for (const { value } of documents.getRange({ limit: 1000 })) JSON.parse(value)
await root.close()
