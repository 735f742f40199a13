/** As many tickets beside each other as can be read at arm's length. */
export const ticketColumns = "grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4";
