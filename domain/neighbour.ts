/** A community as far as 互助 goes: of which subdistrict it is, and whether that lets it take part (`helps`; absent: it does). */
export interface Neighbourly {
  id: string
  subdistrictId?: string | undefined
  helps?: boolean | undefined
}

/** True where the subdistrict has not said otherwise. */
export const helpsBeside = ({ helps }: Pick<Neighbourly, 'helps'>): boolean => helps !== false

/**
 * 互助: the communities whose riders may help in `own`, and in which its riders may help: all others of its subdistrict, but for those
 * that the subdistrict keeps to themselves. Whether a rider wants to is what he declared (`neighbours`); both must hold.
 */
export function neighboursAllowed(own: Neighbourly, all: readonly Neighbourly[]): string[] {
  const { id: ownId, subdistrictId } = own
  if (subdistrictId === undefined || !helpsBeside(own)) return []
  return all
    .filter(other => other.id !== ownId && other.subdistrictId === subdistrictId && helpsBeside(other))
    .map(({ id }) => id)
}
