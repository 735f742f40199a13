import type { Ports } from "../ports";
import type { Person } from "../staff/staff-directory";

const maxTries = 10;

type StaffRecords = Pick<Ports, "shops" | "menus">;

/** Takes somebody off what a shop keeps of its staff beside its orders: who changed it last, and who switched what. */
export async function forgetStaff(
  { shops, menus }: StaffRecords,
  person: Person,
  eventId: string,
  alias: string,
): Promise<void> {
  await Promise.all([
    shops.forgetChanger(eventId, person),
    menus.forgetChanger(eventId, person),
    forgetSwitches(menus, person, eventId, alias),
  ]);
}

async function forgetSwitches(menus: Ports["menus"], { id }: Person, eventId: string, alias: string) {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const read = await menus.read(eventId);
    if (!read?.switches.some(({ userId }) => userId === id)) return;
    const switches = read.switches.map((known) =>
      known.userId === id ? { ...known, userId: alias } : known,
    );
    if (await menus.noteSwitches(eventId, read, switches)) return;
  }
  throw new Error(`The menu of ${eventId} changed ${maxTries} times while somebody was being forgotten.`);
}
