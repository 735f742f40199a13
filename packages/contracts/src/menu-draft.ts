import * as z from "zod/mini";
import { Drink } from "./menu";

/**
 * The menu as managers prepare it, beside the published one: `GET /menu/draft`. Where nobody has prepared
 * anything it holds the published drinks, and `changedBy` and `changedAt` are null. What is published already
 * is as available in it as it is for customers.
 */
export const MenuDraft = z
  .strictObject({
    version: z.int().check(z.minimum(0)),
    drinks: z.array(Drink).check(z.maxLength(60)),
    changedBy: z.nullable(z.string()),
    changedAt: z.nullable(z.iso.datetime()),
  })
  .register(z.globalRegistry, { id: "MenuDraft" });
export type MenuDraft = z.infer<typeof MenuDraft>;
