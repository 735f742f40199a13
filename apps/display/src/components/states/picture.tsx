import { CounterSign } from "@serverlesspresso/ui/drawings/counter-sign";
import { MokaPot } from "@serverlesspresso/ui/drawings/moka-pot";
import { SpiltCup } from "@serverlesspresso/ui/drawings/spilt-cup";
import { StackedCups } from "@serverlesspresso/ui/drawings/stacked-cups";
import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Unplugged } from "@serverlesspresso/ui/drawings/unplugged";

/** What stands on the counter in the place of cups. */
export type PictureOf =
  | "turned cup"
  | "stacked cups"
  | "moka pot"
  | "spilt cup"
  | "unplugged"
  | { sign: string };

interface PictureProps {
  of: PictureOf;
  /** Gives its height. */
  className: string;
}

export function Picture({ of, className }: PictureProps) {
  if (typeof of === "object") return <CounterSign text={of.sign} className={className} />;
  switch (of) {
    case "turned cup":
      return <TurnedCup className={className} />;
    case "stacked cups":
      return <StackedCups className={className} />;
    case "moka pot":
      return <MokaPot className={className} />;
    case "spilt cup":
      return <SpiltCup standing className={className} />;
    case "unplugged":
      return <Unplugged className={`${className} overflow-visible`} />;
  }
}
