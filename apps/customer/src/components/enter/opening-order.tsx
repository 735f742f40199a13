import { HouseCup } from "../page/house-cup";
import { Page } from "../page/page";

/** Between a code and its order. */
export function OpeningOrder() {
  return (
    <Page>
      <div className="flex flex-1 flex-col items-center justify-center gap-6 pb-16">
        <HouseCup fill={0} />
        <div role="status">
          <h1 className="font-bold text-lead">Getting you a place at the bar</h1>
        </div>
      </div>
    </Page>
  );
}
