import { CounterSign } from "@serverlesspresso/ui/drawings/counter-sign";
import { MokaPot } from "@serverlesspresso/ui/drawings/moka-pot";
import { SpiltCup } from "@serverlesspresso/ui/drawings/spilt-cup";
import { StackedCups } from "@serverlesspresso/ui/drawings/stacked-cups";
import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Unplugged } from "@serverlesspresso/ui/drawings/unplugged";
import { HouseCup } from "./house-cup";

/** What stands on the counter of a page without a drink of its own. */
export type PictureOf =
  | "empty cup"
  | "dregs"
  | "full cup"
  | "full shelf"
  | "turned cup"
  | "stacked cups"
  | "spilt cup"
  | "moka pot"
  | "unplugged"
  | { sign: string };

/** On its stage: each drawing as large as it looks right beside the others. */
export function Picture({ of }: { of: PictureOf }) {
  if (typeof of === "object") return <CounterSign text={of.sign} className="h-[86%]" />;
  switch (of) {
    case "empty cup":
      return <HouseCup fill={0} />;
    case "dregs":
      return <HouseCup fill={0.07} />;
    case "full cup":
      return <HouseCup fill={1} />;
    case "full shelf":
      return <FullShelf />;
    case "turned cup":
      return <TurnedCup className="h-3/4" />;
    case "stacked cups":
      return <StackedCups className="h-[92%]" />;
    case "spilt cup":
      return <SpiltCup standing className="h-3/5" />;
    case "moka pot":
      return <MokaPot className="h-[92%]" />;
    case "unplugged":
      return <Unplugged className="h-[86%] overflow-visible" />;
  }
}

const cups = ["a", "b", "c", "d", "e"] as const;

function FullShelf() {
  return cups.map((cup) => (
    <div key={cup} className="-mx-3 h-3/4 shrink-0 aspect-[16/15]">
      <HouseCup fill={1} />
    </div>
  ));
}
