/** What somebody is in one shop; everybody who is signed in is a customer. */
export type Role = "customer" | "barista" | "manager" | "display";

/** The roles that a user's groups give in one shop: `barista` everywhere, `barista-EVENTID` in one. */
export function rolesIn(eventId: string, groups: readonly string[]): ReadonlySet<Role> {
  const roles = new Set<Role>(["customer"]);
  for (const role of ["barista", "manager", "display"] as const) {
    if (groups.includes(role) || groups.includes(`${role}-${eventId}`)) roles.add(role);
  }
  if (roles.has("manager")) roles.add("barista");
  return roles;
}
