import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import sharp from "sharp";

const folder =
  process.env.SCREENS_FOLDER ?? fileURLToPath(new URL("../../../docs/screens/", import.meta.url));

/**
 * Keeps what is in the window in `docs/screens`, a pixel for each of CSS, in as many colours as a palette has: a
 * third of the bytes, and nothing that an eye misses.
 */
export async function takePicture(page: Page, name: string, animations: "allow" | "disabled" = "allow") {
  const taken = await page.screenshot({ animations, scale: "css" });
  const small = await sharp(taken).png({ palette: true, quality: 90, effort: 7, dither: 0.5 }).toBuffer();
  writeFileSync(`${folder}${name}.png`, small);
}
