import type { Page } from "@playwright/test";
import { ApiUser } from "./api-user";
import { crowd } from "./crowd";
import type { Stack } from "./stack";

/** The screens that hang in shops; the largest is looked at by `npm run test:full`. */
export const walls = {
  lying: { width: 1920, height: 1080 },
  standing: { width: 1080, height: 1920 },
  ...(process.env.TEST_FULL ? { "4K": { width: 3840, height: 2160 } } : {}),
} as const;

/** Orders of a shop, as many of each as are named, by guests without a screen; answers their ids, oldest first. */
export async function fillBoard(
  stack: Stack,
  eventId: string,
  guests: string,
  { waiting = 0, making = 0, ready = 0, drinks = ["espresso"] },
): Promise<string[]> {
  const orders: string[] = [];
  for (const [index, guest] of (await crowd(stack, waiting + making + ready, eventId, guests)).entries()) {
    const orderId = await guest.enter();
    const drink = drinks[index % drinks.length] ?? "espresso";
    await guest.must("PUT", `/orders/${orderId}`, { drink, modifiers: [] });
    orders.push(orderId);
  }
  const command = await commandsOf(stack, eventId);
  for (const id of orders.slice(0, ready)) await command(id, "complete");
  for (const id of orders.slice(ready, ready + making)) await command(id, "make");
  return orders;
}

/** Takes all of them off the board. */
export async function clearBoard(stack: Stack, eventId: string, orders: readonly string[]): Promise<void> {
  const command = await commandsOf(stack, eventId);
  for (const id of orders) {
    await command(id, "complete");
    await command(id, "collect");
  }
}

const staff = ["barista@example.com", "ben@example.com", "rita@example.com"];

/**
 * Sends commands as all of the staff, each order's by one of them: on a fast machine one alone meets the limit of
 * requests. What somebody else has in hand is the manager's to end.
 */
async function commandsOf(stack: Stack, eventId: string) {
  const sign = (email: string) => ApiUser.signIn(stack, email, eventId);
  const [people, manager] = await Promise.all([Promise.all(staff.map(sign)), sign("manager@example.com")]);
  return async (id: string, command: string): Promise<void> => {
    const own = people[Number.parseInt(id.slice(0, 8), 16) % people.length] ?? manager;
    const first = await own.call("POST", `/orders/${id}/${command}`);
    const { status, body } =
      first.status === 409 ? await manager.call("POST", `/orders/${id}/${command}`) : first;
    // Whoever has collected it already leaves nothing to do.
    if (status !== 200 && status !== 409) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
  };
}

export interface Legibility {
  text: string;
  /** Of a capital letter, in CSS pixels. */
  capitalHeight: number;
  /** By WCAG, against the ground that is painted below. */
  contrast: number;
}

/** Every piece of text that can be seen on a page, or in such elements of it, and how well. */
export function legibilityOf(page: Page, within = "body"): Promise<Legibility[]> {
  return page.evaluate((within) => {
    const canvas = document.createElement("canvas");
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no canvas");
    const paint = (colours: readonly string[]) => {
      context.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (colour: readonly number[]) => {
      const [r = 0, g = 0, b = 0] = colour.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundsOf = (element: Element): string[] => {
      const chain: string[] = [];
      for (let each: Element | null = element; each; each = each.parentElement)
        chain.unshift(getComputedStyle(each).backgroundColor);
      return chain;
    };
    const found: { text: string; capitalHeight: number; contrast: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (!element || text === "" || element.closest("script, style, .sr-only")) continue;
      if (!element.closest(within)) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const colour = element instanceof SVGElement ? style.fill : style.color;
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      // What is drawn in a picture is measured against the card it is drawn on.
      const card = element instanceof SVGElement ? ["var(--color-cup-wall)"] : [];
      const probe = document.createElement("i");
      probe.style.backgroundColor = card[0] ?? "";
      document.body.append(probe);
      const drawn = card.length > 0 ? [getComputedStyle(probe).backgroundColor] : [];
      probe.remove();
      const ground = [...groundsOf(element), ...drawn];
      const [a, b] = [luminance(paint(ground)), luminance(paint([...ground, colour]))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      found.push({ text, capitalHeight: context.measureText("H").actualBoundingBoxAscent, contrast });
    }
    return found;
  }, within);
}
