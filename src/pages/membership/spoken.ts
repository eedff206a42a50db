/** A code as it is read out: 4829 1307. */
export const spoken = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')
