import { type SubmitOrderHandle, useSubmitStatus } from "@serverlesspresso/client/use-submit-order";
import { Button } from "@serverlesspresso/ui/button";
import { Cup } from "@serverlesspresso/ui/cup";
import type { Picked } from "@serverlesspresso/ui/picked-drink";
import { choicesText } from "../follow/drink-text";
import { SubmitNews } from "./submit-news";
import { isUnderWay, submitLabel } from "./submit-text";

interface OrderBarProps {
  orderId: string;
  picked: Picked | null;
  submission: SubmitOrderHandle;
  onOrder(): void;
}

/** What will be ordered, and the one button; always in reach of the thumb. */
export function OrderBar({ orderId, picked, submission, onOrder }: OrderBarProps) {
  const status = useSubmitStatus(orderId);
  const waiting = isUnderWay(status);
  const isToBeHad = picked !== null && picked.obstacle === null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 max-h-[75dvh] overflow-y-auto border-ink lg:max-h-none lg:overflow-visible border-t-2 bg-enamel px-edge pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:sticky lg:mt-8 lg:border-hairline lg:border-t lg:bg-paper lg:px-0">
      <SubmitNews submission={submission} />
      <p role="status" className="sr-only">
        {picked?.obstacle}
      </p>
      <div className="mx-auto flex max-w-xl flex-wrap items-center gap-x-3 gap-y-2">
        {picked && (
          <Cup
            drink={picked.drink}
            modifiers={picked.modifiers}
            size={44}
            className="shrink-0 max-[22.5rem]:hidden lg:hidden"
          />
        )}
        <p className="min-w-24 flex-1 text-note leading-tight lg:hidden">
          {picked ? (
            <PickedText picked={picked} />
          ) : (
            <span className="text-soft">Take a cup from the shelf</span>
          )}
        </p>
        <Button
          size="large"
          className={`min-w-36 max-w-full grow lg:w-full sm:grow-0 ${isToBeHad ? "" : "bg-hairline! text-soft!"}`}
          // Not disabled: whoever stands on it when the drink sells out still stands somewhere.
          aria-disabled={waiting || !isToBeHad}
          onClick={waiting || !isToBeHad ? undefined : onOrder}
        >
          {submitLabel[status]}
        </Button>
      </div>
    </div>
  );
}

function PickedText({ picked }: { picked: Picked }) {
  return (
    <>
      <strong className="block truncate font-semibold">{picked.drink.name}</strong>
      <span className="line-clamp-2 text-soft">
        {picked.obstacle ?? choicesText(picked.drink, picked.modifiers)}
      </span>
    </>
  );
}
