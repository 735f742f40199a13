import { Button } from "@serverlesspresso/ui/button";
import { MessagePage } from "./message-page";

export function BrokenScreen({ onRetry }: { onRetry(): void }) {
  return (
    <MessagePage
      title="This page spilt something"
      fill={0.2}
      action={<Button onClick={onRetry}>Wipe and try again</Button>}
    >
      Your order is safe at the bar. If trying again does not help, reload the page.
    </MessagePage>
  );
}
