import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { MessagePage } from "../page/message-page";
import { ShopLink } from "../page/shop-link";

interface UnknownOrderProps {
  /** True if the order may exist but could not be read. */
  known: boolean;
  onRetry(): void;
}

export function UnknownOrder({ known, onRetry }: UnknownOrderProps) {
  if (known) {
    return (
      <MessagePage
        title="Your order cannot be read just now"
        action={<Button onClick={onRetry}>Try again</Button>}
      >
        It is safe at the bar. Try again when your phone is online.
      </MessagePage>
    );
  }
  const toOrders = (
    <ShopLink href="/orders" className={buttonLook()}>
      My orders
    </ShopLink>
  );
  return (
    <MessagePage title="This is not one of your orders" action={toOrders}>
      It may belong to another e-mail address than the one you signed in with.
    </MessagePage>
  );
}
