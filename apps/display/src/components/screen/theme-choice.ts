import { dateFormat } from "@serverlesspresso/contracts/date-format";
import * as z from "zod/mini";

/** Light or dark: always, by the hour where the shop is, or as the device is set. */
export const ThemeChoice = z.enum(["hours", "light", "dark", "device"]);
export type ThemeChoice = z.infer<typeof ThemeChoice>;

const lightFromHour = 7;
const darkFromHour = 19;

/** The theme at `now` (ms) where the shop is; null leaves it to the device. */
export function themeAt(choice: ThemeChoice, timeZone: string, now: number): "light" | "dark" | null {
  if (choice === "device") return null;
  if (choice !== "hours") return choice;
  const told = dateFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(now);
  const hour = Number(told);
  return hour >= lightFromHour && hour < darkFromHour ? "light" : "dark";
}

/** The choice after this one, for a key that goes through all. */
export function choiceAfter(choice: ThemeChoice): ThemeChoice {
  const { options } = ThemeChoice;
  return options[(options.indexOf(choice) + 1) % options.length] ?? "hours";
}
