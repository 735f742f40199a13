import type { Figure } from "./figure";
import { lighthouseReport } from "./lighthouse-report";
import { median } from "./statistics";

/** By how much Lighthouse slows a desktop down, so that it is a phone of some years ago. */
const slowed = 4;
/** The least of the desktops that this is meant for, by Lighthouse's index of processors. */
const desktopIndex = 1_500;
const runs = 3;

/** How this machine's processor is made one of a phone. */
export interface PhoneProcessor {
  /** How many times slower than it is. */
  rate: number;
  figures: Figure[];
}

/**
 * By how much the processor here has to be slowed down to be the phone's that Lighthouse makes of a desktop: by 4 on
 * a desktop, by less on what is slower, as its "Calibrating the CPU slowdown" asks
 * (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
 * @param url any page, in the browser started with `lighthouseFlags`
 */
export async function phoneProcessor(url: string): Promise<PhoneProcessor> {
  const indices: number[] = [];
  while (indices.length < runs) {
    const { environment } = await lighthouseReport(url, ["--only-audits=viewport"]);
    indices.push(environment.benchmarkIndex);
  }
  const index = median(indices);
  const rate = Math.max(1, slowed * Math.min(1, index / desktopIndex));
  const figure = (name: string, value: number, unit = "") => ({ part: "", name, value, unit });
  return {
    rate,
    figures: [
      figure(`processor, of which a desktop's is ${desktopIndex}`, Math.round(index)),
      figure("slowed down to a phone's", rate, "×"),
    ],
  };
}
