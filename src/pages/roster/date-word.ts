import { beijing } from '@domain/time'

/** 2026年3月1日. */
export const dateWord = (at: number): string => beijing(at).format('YYYY年M月D日')
