/** What stands where on the board: an id, or a place that has come free. */
export type Places = readonly (string | null)[];

/**
 * The places after a change: who stands keeps standing, who has gone leaves a free place, who comes takes the
 * first free one, else the end. Once the places that are needed fit in fewer (`fits` of them) than are laid out,
 * everybody moves up.
 */
export function placesAfter(places: Places, ids: readonly string[], fits: (count: number) => number): Places {
  const present = new Set(ids);
  const standing: (string | null)[] = places.map((id) => (id !== null && present.has(id) ? id : null));
  const known = new Set(standing);
  for (const id of ids) {
    if (known.has(id)) continue;
    const free = standing.indexOf(null);
    if (free === -1) standing.push(id);
    else standing[free] = id;
  }
  while (standing.at(-1) === null) standing.pop();
  if (fits(ids.length) >= fits(standing.length)) return standing;
  return standing.filter((id) => id !== null);
}
