import { Line } from "@serverlesspresso/contracts/line";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { describeLine } from "./describe-line";

const readLine = defineRoute({
  method: "get",
  path: "/line",
  summary: "The queue by its numbers, and how long each order, and one submitted now, is likely to take",
  access: ["customer"],
  request: { query: ShopQuery },
  answer: { description: "Oldest first", schema: Line },
});

/** The route of the line. */
export function lineRoutes(ports: Ports) {
  return [
    serve(readLine, async (c) => {
      const { row } = await ports.lines.read(c.req.valid("query").eventId);
      return describeLine(row, ports.clock.now());
    }),
  ];
}
