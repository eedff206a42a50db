/** The version of Tencent's library that this file was written against. */
const library = '@cloudbase/manager-node@5.6.5'

/**
 * An environment's database, as far as the plan needs it.
 * @param manager a CloudBase of @cloudbase/manager-node, or whatever has its `database` and `commonService`
 */
function openEnvironment(manager, envId) {
  const { database } = manager
  const api = manager.commonService('tcb', '2018-06-08')
  return {
    /** The collections that are there, with their access and indexes; of those named only. */
    async read(names) {
      const present = {}
      // Of an environment that is not there the library says no more than that something is undefined.
      const there = await collectionsOf(database).catch(error => {
        throw new Error(`the environment ${envId} cannot be opened with these keys (${error.message})`, {
          cause: error,
        })
      })
      for (const name of names.filter(one => there.has(one))) {
        const { AclTag } = await api.call({
          Action: 'DescribeDatabaseACL',
          Param: { EnvId: envId, CollectionName: name },
        })
        const { Indexes } = await database.describeCollection(name)
        present[name] = { access: AclTag, indexes: (Indexes ?? []).map(readIndex) }
      }
      return present
    },
    async take({ do: what, collection, index }) {
      if (what === 'create') await database.createCollection(collection)
      else if (what === 'close')
        await api.call({
          Action: 'ModifyDatabaseACL',
          Param: { EnvId: envId, CollectionName: collection, AclTag: 'ADMINONLY' },
        })
      else await database.updateCollection(collection, { CreateIndexes: [writeIndex(index)] })
    },
  }
}

const page = 100

async function collectionsOf(database) {
  const names = new Set()
  for (let offset = 0; ; offset += page) {
    const { Collections } = await database.listCollections({ MgoOffset: offset, MgoLimit: page })
    for (const { CollectionName } of Collections) names.add(CollectionName)
    if (Collections.length < page) return names
  }
}

/** Tencent says a direction as a text; `2dsphere` stays a word. */
function readIndex({ Name, Keys, Unique }) {
  const keys = (Keys ?? []).map(key => [key.Name, /^-?1$/.test(key.Direction) ? Number(key.Direction) : key.Direction])
  return { name: Name, keys: Object.fromEntries(keys), unique: Unique === true }
}

function writeIndex({ name, keys, unique }) {
  const MgoIndexKeys = Object.entries(keys).map(([Name, kind]) => ({ Name, Direction: String(kind) }))
  return { IndexName: name, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: unique === true } }
}

module.exports = { library, openEnvironment }
