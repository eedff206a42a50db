/** From this width on the desk is drawn in columns. */
export const wideFromPx = 700
