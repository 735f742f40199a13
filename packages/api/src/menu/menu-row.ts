import { Drink, Menu } from "@serverlesspresso/contracts/menu";
import * as z from "zod/mini";
import { orNull } from "../or-null";

/** Somebody switched something; the key is of this one intention. */
const KnownSwitch = z.object({ key: z.string(), userId: z.string(), what: z.string() });
export type KnownSwitch = z.infer<typeof KnownSwitch>;

/** A menu as the table keeps it, without its key, with the last switches that were asked for. */
export const MenuRow = z.object({ ...Menu.shape, switches: z._default(z.array(KnownSwitch), []) });
export type MenuRow = z.infer<typeof MenuRow>;

/**
 * A draft as the table keeps it, without its key; no drinks if it was published and nobody has changed it
 * since. Its version only ever rises, so that an edit is never mistaken for one of the draft before.
 */
export const DraftRow = z.object({
  version: z.int().check(z.positive()),
  drinks: orNull(z.array(Drink)),
  changedBy: orNull(z.string()),
  changedByUserId: orNull(z.string()),
  /** Milliseconds since 1970. */
  changedAt: orNull(z.number()),
});
export type DraftRow = z.infer<typeof DraftRow>;
