"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { qrCodeQuery, shopQuery } from "@serverlesspresso/client/queries";
import { boardQuery } from "@serverlesspresso/client/queue-queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { type LiveState, useBoardLive } from "@serverlesspresso/client/use-live";
import { AppError } from "@serverlesspresso/contracts/error";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { type Shop, shopDay } from "@serverlesspresso/contracts/shop";
import { useQuery } from "@tanstack/react-query";
import { CodePanel } from "../code/code-panel";
import { type CodeState, codeStateOf, isTold } from "../code/code-state";
import { Invitation } from "../code/invitation";
import { useNowAt } from "../screen/use-now-at";
import { useReloadWhenClosed } from "../screen/use-reload-when-closed";
import { useSide } from "../screen/use-side";
import { useTheme } from "../screen/use-theme";
import { NotADisplay } from "../states/not-a-display";
import { Offline } from "../states/offline";
import { Resting } from "../states/resting";
import { BoardHead } from "./board-head";
import { newestReady, preparingOrders, readyOrders } from "./board-orders";
import { BoardSkeleton } from "./board-skeleton";
import { Preparing } from "./preparing";
import { Ready } from "./ready";
import { useReadyBell } from "./use-ready-bell";
import { useShowsDrinks } from "./use-shows-drinks";

/** A board that nobody has confirmed for so long is yesterday's: what stood on it is collected or cold. */
const untrueAfterMs = 180_000;

/** The shop's wall: what is being made, what is ready, and how to order. */
export function Board() {
  const api = useApi();
  const shop = useQuery(shopQuery(api));
  const board = useQuery(boardQuery(api));
  const codes = useQuery(qrCodeQuery(api));
  const feed = useBoardLive();
  const now = useNowAt([
    codes.data?.current.validUntil,
    codes.data?.next.validUntil,
    shop.data?.reopensAt,
    shop.data?.lastOrdersAt,
  ]);
  useReadyBell(board.data);
  useTheme(shop.data?.timeZone, now);
  const boardError = useLastError(board);
  const shopError = useLastError(shop);
  if (isForbidden(boardError)) return <NotADisplay />;
  if (!shop.data || !board.data) return (boardError ?? shopError) ? <Offline /> : <BoardSkeleton />;
  if (feed.stale && Date.now() - (feed.lastSeenAt ?? 0) > untrueAfterMs) return <Offline />;
  const code = codeStateOf({
    shop: shop.data,
    codes: codes.data,
    now,
    stale: feed.stale,
    barred: isForbidden(codes.error),
  });
  return <Known shop={shop.data} orders={board.data} code={code} feed={feed} now={now} />;
}

interface KnownProps {
  shop: Shop;
  orders: readonly BoardOrder[];
  code: CodeState;
  feed: LiveState;
  now: number;
}

function Known({ shop, orders, code, feed, now }: KnownProps) {
  const showsDrinks = useShowsDrinks();
  const side = useSide(shopDay(new Date(now), shop.timeZone), orders.length > 0);
  useReloadWhenClosed(code.kind === "closed" && orders.length === 0);
  const head = <BoardHead shop={shop} now={now} feed={feed} />;
  if (orders.length === 0 && code.kind === "stale") return <Offline />;
  if (orders.length === 0 && isTold(code)) return <Resting head={head} told={code} />;
  if (orders.length === 0 && code.kind === "code") {
    return <Invitation head={head} shop={shop} state={code} side={side} />;
  }
  const drinks = new Map(showsDrinks ? shop.menu.drinks.map((drink) => [drink.id, drink]) : []);
  const newest = newestReady(orders, now);
  return (
    <main className="board-frame" data-code={side}>
      {head}
      <Preparing orders={preparingOrders(orders)} drinks={drinks} now={now} stale={feed.stale} />
      <Ready orders={readyOrders(orders)} newest={newest} drinks={drinks} now={now} stale={feed.stale} />
      <CodePanel state={code} />
    </main>
  );
}

function isForbidden(error: Error | null): boolean {
  return error instanceof AppError && error.code === "forbidden";
}
