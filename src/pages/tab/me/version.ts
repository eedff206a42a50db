/** As in package.json (a test compares them): importing that file would carry all of it to the phone. */
export const version = '0.1.0'
