"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { boardQuery, qrCodeQuery, shopQuery } from "@serverlesspresso/client/queries";
import { useBoardLive } from "@serverlesspresso/client/use-live";
import { AppError } from "@serverlesspresso/contracts/error";
import { useQuery } from "@tanstack/react-query";
import { CodePanel } from "../code/code-panel";
import { codeStateOf } from "../code/code-state";
import { Invitation } from "../code/invitation";
import { useNowAt } from "../screen/use-now-at";
import { NotADisplay } from "../states/not-a-display";
import { Offline } from "../states/offline";
import { Resting } from "../states/resting";
import { BoardHead } from "./board-head";
import { newestReady, preparingOrders, readyOrders } from "./board-orders";
import { BoardSkeleton } from "./board-skeleton";
import { Preparing } from "./preparing";
import { Ready } from "./ready";
import { useReadyBell } from "./use-ready-bell";

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
  if (isForbidden(board.error)) return <NotADisplay />;
  if (!shop.data || !board.data) return (board.error ?? shop.error) ? <Offline /> : <BoardSkeleton />;
  const orders = board.data;
  const drinks = new Map(shop.data.menu.drinks.map((drink) => [drink.id, drink]));
  const code = codeStateOf({
    shop: shop.data,
    codes: codes.data,
    now,
    stale: feed.stale,
    barred: isForbidden(codes.error),
  });
  const head = <BoardHead shop={shop.data} now={now} feed={feed} />;
  if (orders.length === 0 && (code.kind === "closed" || code.kind === "paused")) {
    return <Resting head={head} shop={shop.data} title={code.title} text={code.text} />;
  }
  if (orders.length === 0 && code.kind === "code") {
    return <Invitation head={head} shop={shop.data} state={code} />;
  }
  const newest = newestReady(orders, now);
  return (
    <main className="board-frame">
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
