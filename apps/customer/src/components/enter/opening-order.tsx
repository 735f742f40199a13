import { MessagePage } from "../page/message-page";
import { Picture } from "../page/picture";

/** Between a code and its order. */
export function OpeningOrder() {
  return (
    <MessagePage title="Getting you a place at the bar" tab="One moment" drawing={<Picture of="moka pot" />}>
      One moment.
    </MessagePage>
  );
}
