/** The one code of every shop, without end and without limit. */
export const standingCode = "ESPRESSO";
