import { buttonLook } from "@serverlesspresso/ui/button";
import { MessagePage } from "../page/message-page";
import { Picture } from "../page/picture";

/** An address that names a shop which is not there. */
export function UnknownShop() {
  // A whole new page: which shop it is of is read from the address once.
  const toBar = (
    <a href="/" className={buttonLook({ size: "large" })}>
      To the bar
    </a>
  );
  return (
    <MessagePage
      tab="No such bar"
      title="There is no such bar"
      drawing={<Picture of="turned cup" />}
      action={toBar}
    >
      This address names a bar that is not here, or not any more. Scan the code on the shop’s screen.
    </MessagePage>
  );
}
