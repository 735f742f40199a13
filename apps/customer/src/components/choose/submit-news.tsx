import type { SubmitOrderHandle } from "@serverlesspresso/client/use-submit-order";
import { Banner } from "@serverlesspresso/ui/banner";
import { refusalTitle, submitNews } from "./submit-text";

/** How a choice that was sent fares; why, if it was refused. */
export function SubmitNews({ submission: { status, refusal } }: { submission: SubmitOrderHandle }) {
  const news = submitNews[status];
  return (
    <div className="mx-auto max-w-xl">
      <p role="status" className="pb-2 text-note text-soft empty:hidden">
        {news}
      </p>
      {refusal && (
        <Banner tone="late" title={refusalTitle(refusal)} className="mb-3">
          Nothing was ordered. The rest of your choice is kept.
        </Banner>
      )}
    </div>
  );
}
