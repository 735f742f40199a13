const caps = 9;

/** The digit that chooses the ticket in this place, from 0; null beyond the ninth. */
export function keyCapOf(place: number): string | null {
  return place < caps ? String(place + 1) : null;
}
