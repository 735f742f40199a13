"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import { MessagePage } from "../page/message-page";
import { ShopLink } from "../page/shop-link";
import { useHeadingFocus } from "../page/use-heading-focus";
import { type Ending, endingText } from "./ending";

export function EndedAccount({ ending }: { ending: Ending }) {
  useHeadingFocus();
  const { title, text } = endingText[ending];
  const toBar = (
    <ShopLink href="/" className={buttonLook()}>
      To the bar
    </ShopLink>
  );
  return (
    <MessagePage tab={title} title={title} action={toBar}>
      {text}
    </MessagePage>
  );
}
