"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import { MessagePage } from "./message-page";
import { Picture } from "./picture";
import { ShopLink } from "./shop-link";

export function NotFoundScreen() {
  const toBar = (
    <ShopLink href="/" className={buttonLook({ size: "large" })}>
      To the bar
    </ShopLink>
  );
  return (
    <MessagePage tab="Nothing here" title="An empty cup" drawing={<Picture of="empty cup" />} action={toBar}>
      There is no page at this address. The code on the shop’s screen leads to the right one.
    </MessagePage>
  );
}
