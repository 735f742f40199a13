import { Button } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { HouseCup } from "./house-cup";
import { Page } from "./page";

export function BrokenScreen({ onRetry }: { onRetry(): void }) {
  return (
    <Page>
      <EmptyState
        heading="h1"
        className="my-auto pb-24"
        drawing={<HouseCup fill={0.2} />}
        title="This page spilt something"
        action={<Button onClick={onRetry}>Wipe and try again</Button>}
      >
        Your order is safe at the bar. If trying again does not help, reload the page.
      </EmptyState>
    </Page>
  );
}
