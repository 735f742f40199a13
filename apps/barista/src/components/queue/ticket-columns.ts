/** As many tickets beside each other as can be read at arm's length. */
export const ticketColumns =
  "grid grid-cols-[repeat(auto-fill,minmax(min(13.5rem,100%),1fr))] gap-x-3 gap-y-4";
