"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { countdownText } from "../page/clock-text";
import { MessagePage } from "../page/message-page";
import { MyOrdersLink } from "../page/my-orders-link";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { useAnswering } from "../page/use-answering";
import { ActiveOrder } from "./active-order";
import type { Refusal } from "./refusal-text";

interface RefusalPageProps {
  refusal: Extract<Refusal, { at: "page" }>;
  onCode(): void;
  onRetry(): void;
}

/** Beyond an hour a clock time says more. */
const longestCountdownSeconds = 3_600;

/** Why nobody was let in, until when, and what to do; right again by itself when the time has come. */
export function RefusalPage({ refusal: { page, retryAt, afterwards }, onCode, onRetry }: RefusalPageProps) {
  const waits = retryAt !== null;
  useAnswering(page.isTriedAgain ? onRetry : null);
  const now = useServerNow();
  const left = retryAt === null ? null : Math.ceil((Date.parse(retryAt) - now) / 1000);
  const isOver = left !== null && left <= 0;
  const { title, text, next, picture } = isOver ? afterwards : page;
  const countsDown = left !== null && !isOver && left <= longestCountdownSeconds;
  return (
    <MessagePage
      title={title}
      drawing={<Picture of={picture} />}
      aside={<MyOrdersLink />}
      more={<ActiveOrder />}
      detail={countsDown && <Countdown seconds={left} />}
      action={<NextStep next={next} isOver={isOver} onCode={onCode} onRetry={onRetry} waits={waits} />}
    >
      {text}
    </MessagePage>
  );
}

function Countdown({ seconds }: { seconds: number }) {
  return (
    <p role="timer" aria-label="Time left" className="numerals mt-4 text-number">
      {countdownText(seconds)}
    </p>
  );
}

interface NextStepProps {
  next: "code" | "retry" | "orders";
  isOver: boolean;
  /** It makes no sense before a time has come. */
  waits: boolean;
  onCode(): void;
  onRetry(): void;
}

function NextStep({ next, isOver, waits, onCode, onRetry }: NextStepProps) {
  if (next === "code") {
    return (
      <Button variant={isOver ? "primary" : "outline"} size="large" onClick={onCode}>
        Enter a code
      </Button>
    );
  }
  if (next === "retry") {
    return (
      <Button size="large" onClick={onRetry} disabled={waits && !isOver}>
        Try again
      </Button>
    );
  }
  return (
    <ShopLink href="/orders" className={buttonLook({ size: "large" })}>
      My orders
    </ShopLink>
  );
}
