/** The product's one clock, epoch ms. Tests, the seed and the stage move it; at Tencent the offset is not set. */
export function now(): number {
  return Date.now() + Number(process.env.XINLIN_CLOCK_OFFSET_MS ?? 0)
}
