import { buttonLook } from "@serverlesspresso/ui/button";
import { RetryButton } from "@serverlesspresso/ui/retry-button";
import { MessagePage } from "../page/message-page";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { useBackOnline } from "../page/use-back-online";

interface UnknownOrderProps {
  /** True if the order may exist but could not be read. */
  known: boolean;
  onRetry(): Promise<unknown>;
}

export function UnknownOrder({ known, onRetry }: UnknownOrderProps) {
  useBackOnline(known ? onRetry : null);
  if (known) {
    return (
      <MessagePage
        title="Your order cannot be read just now"
        drawing={<Picture of="unplugged" />}
        action={<RetryButton onRetry={onRetry} />}
      >
        It is safe at the bar, and is here again as soon as your phone is back online.
      </MessagePage>
    );
  }
  const toOrders = (
    <ShopLink href="/orders" className={buttonLook({ size: "large" })}>
      My orders
    </ShopLink>
  );
  return (
    <MessagePage
      title="This is not one of your orders"
      drawing={<Picture of="turned cup" />}
      action={toOrders}
    >
      It may belong to another e-mail address than the one you signed in with.
    </MessagePage>
  );
}
