import { MessagePage } from "../page/message-page";
import { MyOrdersLink } from "../page/my-orders-link";
import { Picture } from "../page/picture";
import { ActiveOrder } from "./active-order";
import type { ShopNotice } from "./shop-notice-text";

/** Why the bar takes no orders now. */
export function ShopNoticePage({ notice: { title, text, picture } }: { notice: ShopNotice }) {
  return (
    <MessagePage
      title={title}
      drawing={<Picture of={picture} />}
      aside={<MyOrdersLink />}
      more={<ActiveOrder />}
    >
      <p>{text}</p>
      <p className="mt-3 text-note">This page changes by itself when the bar does.</p>
    </MessagePage>
  );
}
