import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { HouseCup } from "../page/house-cup";
import { Page } from "../page/page";
import { ShopLink } from "../page/shop-link";

interface UnknownOrderProps {
  /** True if the order may exist but could not be read. */
  known: boolean;
  onRetry(): void;
}

export function UnknownOrder({ known, onRetry }: UnknownOrderProps) {
  if (known) {
    return (
      <Page>
        <EmptyState
          heading="h1"
          className="my-auto pb-24"
          drawing={<HouseCup fill={0} />}
          title="Your order cannot be read just now"
          action={<Button onClick={onRetry}>Try again</Button>}
        >
          It is safe at the bar. Try again when your phone is online.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <EmptyState
        heading="h1"
        className="my-auto pb-24"
        drawing={<HouseCup fill={0} />}
        title="This is not one of your orders"
        action={
          <ShopLink href="/orders" className={buttonLook()}>
            My orders
          </ShopLink>
        }
      >
        It may belong to another e-mail address than the one you signed in with.
      </EmptyState>
    </Page>
  );
}
