/** True when `name` is one of the table's own keys; `Object.hasOwn` is missing on phones of iOS 15.3 and before. */
export function isKeyOf<T extends object>(table: T, name: string | undefined): name is keyof T & string {
  return name !== undefined && Object.keys(table).includes(name)
}
