import { DayStats, ShopDay } from "@serverlesspresso/contracts/stats";
import * as z from "zod/mini";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { readStats } from "./read-stats";

const readDay = defineRoute({
  method: "get",
  path: "/stats",
  summary:
    "A day of the shop in figures, today unless named: what is open, waits, drinks, hours, why orders ended",
  access: ["barista"],
  request: { query: z.extend(ShopQuery, { day: z.optional(ShopDay) }) },
  answer: { description: "The day", schema: DayStats },
});

/** The route of the numbers. */
export function statsRoutes(ports: Ports) {
  return [
    serve(readDay, (c) => {
      const { eventId, day } = c.req.valid("query");
      return readStats(ports, eventId, day);
    }),
  ];
}
