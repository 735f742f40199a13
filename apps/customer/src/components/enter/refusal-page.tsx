"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { countdownText } from "../page/clock-text";
import { HouseCup } from "../page/house-cup";
import { MyOrdersLink } from "../page/my-orders-link";
import { Page } from "../page/page";
import { ShopLink } from "../page/shop-link";
import { useHeadingFocus } from "../page/use-heading-focus";
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
  useHeadingFocus();
  const now = useServerNow();
  const left = retryAt === null ? null : Math.ceil((Date.parse(retryAt) - now) / 1000);
  const isOver = left !== null && left <= 0;
  const { title, text, next } = isOver ? afterwards : page;
  const countsDown = left !== null && !isOver && left <= longestCountdownSeconds;
  return (
    <Page title={title} aside={<MyOrdersLink />}>
      <ActiveOrder />
      <div className="my-auto flex flex-col items-center pb-16">
        <div role="status">
          <EmptyState heading="h1" className="pb-4" drawing={<HouseCup fill={0} size={208} />} title={title}>
            {text}
          </EmptyState>
        </div>
        {countsDown && (
          <p role="timer" aria-label="Time left" className="numerals text-title">
            {countdownText(left)}
          </p>
        )}
        <div className="mt-4">
          {next === "code" && (
            <Button variant={isOver ? "primary" : "outline"} size="large" onClick={onCode}>
              Enter a code
            </Button>
          )}
          {next === "retry" && (
            <Button size="large" onClick={onRetry} disabled={retryAt !== null && !isOver}>
              Try again
            </Button>
          )}
          {next === "orders" && (
            <ShopLink href="/orders" className={buttonLook({ size: "large" })}>
              My orders
            </ShopLink>
          )}
        </div>
      </div>
    </Page>
  );
}
