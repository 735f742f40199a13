import type { Shift, Span } from "./day";
import type { Random } from "./random";

const names = ["Ana", "Ben", "Chidi", "Dora", "Emil", "Fatma"] as const;

/** So many baristas; the first stays all day, others may come later or leave earlier. */
export function drawShifts(random: Random, seconds: number, count: number): Shift[] {
  const shopPace = { tidies: random.between(4, 15), notices: random.between(4, 15) };
  // Whether tickets are claimed is the custom of a house.
  const custom = random.chance(0.15) ? "untold" : "one";
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(index);
    const isFirst = index === 0;
    const from = isFirst || own.chance(0.6) ? 0 : own.between(0, seconds / 3);
    const until = isFirst || own.chance(0.6) ? seconds : own.between((seconds * 2) / 3, seconds);
    return {
      name: names[index % names.length] ?? names[0],
      from,
      until,
      breaks: drawBreaks(own, { from, until }, count),
      speed: own.lognormal(1, 0.2),
      hourlyDrift: own.between(0.93, 1.07),
      hurry: own.between(1, 1.2),
      habit: custom === "one" && own.chance(0.1) ? "pairs" : custom,
      tidiesSeconds: own.lognormal(shopPace.tidies, 0.3),
      noticesSeconds: own.lognormal(shopPace.notices, 0.3),
      skips: own.chance(0.3) ? own.between(0, 0.15) : 0,
      recalls: own.between(0, 0.02),
    };
  });
}

/** About one in two hours, shorter for somebody who is alone. */
function drawBreaks(random: Random, { from, until }: Span, count: number): Span[] {
  const breaks: Span[] = [];
  for (let at = from + random.between(2400, 7200); at < until - 900; at += random.between(5400, 9000)) {
    breaks.push({ from: at, until: at + random.between(120, count === 1 ? 300 : 900) });
  }
  return breaks;
}
