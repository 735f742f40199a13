"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import { MessagePage } from "../page/message-page";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { type Ending, endingText } from "./ending";

export function EndedAccount({ ending }: { ending: Ending }) {
  const { title, text, picture } = endingText[ending];
  const toBar = (
    <ShopLink href="/" className={buttonLook({ size: "large" })}>
      To the bar
    </ShopLink>
  );
  return (
    <MessagePage title={title} drawing={<Picture of={picture} />} action={toBar}>
      {text}
    </MessagePage>
  );
}
