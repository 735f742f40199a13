/** Making a format takes a hundred times as long as using it; few kinds are used, in the zones of few shops. */
const made = new Map<string, Intl.DateTimeFormat>();

/** The format of a language and options, made once: for what is drawn each second, or computed for each order. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}
