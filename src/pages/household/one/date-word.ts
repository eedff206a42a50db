import { beijing } from '@domain/time'

/** 3月1日. */
export const dateWord = (at: number): string => beijing(at).format('M月D日')
