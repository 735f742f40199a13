import * as z from "zod/mini";
import { WaitEstimate } from "./shop";

/** One order that baristas still have before them, by the number that the board shows too. */
export const LinePlace = z
  .strictObject({
    number: z.int().check(z.positive()),
    /** From `serverTime` on; null while the shop has made too little to know. */
    wait: z.nullable(WaitEstimate),
  })
  .register(z.globalRegistry, { id: "LinePlace" });
export type LinePlace = z.infer<typeof LinePlace>;

/**
 * The shop's queue as everybody in it may know it: SUBMITTED and MAKING, oldest first. `GET /line`, and on the
 * status channel whenever it moves; of two the one with the later `serverTime` counts. `wait` is that of an
 * order submitted now.
 */
export const Line = z
  .strictObject({
    places: z.array(LinePlace),
    wait: z.nullable(WaitEstimate),
    serverTime: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: "Line" });
export type Line = z.infer<typeof Line>;

/** Where an order stands in the line: how many are before it, and how long it is likely to take. */
export interface PlaceInLine {
  ahead: number;
  wait: WaitEstimate | null;
}

/** The place of the order with this number; null where the line does not know it (yet, or any more). */
export function placeInLine({ places }: Line, number: number | null): PlaceInLine | null {
  const ahead = places.findIndex((place) => place.number === number);
  const place = places[ahead];
  return place === undefined ? null : { ahead, wait: place.wait };
}
