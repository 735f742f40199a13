/** Who was signed in last, and the how-manieth person that is on this page. */
export interface Person {
  sub: string | null;
  number: number;
}

export const firstPerson = (sub: string | null): Person => ({ sub, number: 0 });

/**
 * Who it is after a change of the sign-in. Who signs out and in again is the same person, and so is who signs
 * in first: their pages stay as they are.
 */
export function personAfter(person: Person, sub: string | null): Person {
  if (sub === null || sub === person.sub) return person;
  return { sub, number: person.sub === null ? person.number : person.number + 1 };
}
