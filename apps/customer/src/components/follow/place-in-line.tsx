"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { PlaceInLine as Place } from "@serverlesspresso/contracts/line";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import type { ReactNode } from "react";
import { useBatched } from "../page/use-batched";
import { aheadWords, waitFigures, waitLeft, waitWords } from "./wait-text";

interface PlaceInLineProps {
  /** Null until the line knows the order. */
  place: Place | null;
  /** When the wait was told, by the server. */
  toldAt: string | undefined;
  /** Somebody makes it: nobody is before it any more. */
  isMade: boolean;
}

/** Nobody wants to be told of every step that the line moves. */
const readOutEveryMs = 30_000;

/** How many are before the order, and how long it is likely to take: a range, and honest when nobody knows. */
export function PlaceInLine({ place, toldAt, isMade }: PlaceInLineProps) {
  const now = useServerNow();
  const agoSeconds = toldAt ? Math.max(0, (now - Date.parse(toldAt)) / 1000) : 0;
  const left = place?.wait ? waitLeft(place.wait, agoSeconds) : null;
  const words = [place && !isMade && aheadWords(place.ahead), left && waitWords(left)];
  const readOut = useBatched(words.filter(Boolean).join(" "), readOutEveryMs);
  return (
    <>
      <dl className="flex flex-wrap divide-x divide-hairline border-hairline border-y">
        {!isMade && <Figure name="Before you">{place?.ahead}</Figure>}
        <Figure name="Ready in">{left ? waitFigures(left) : place && <Unknown />}</Figure>
      </dl>
      <p role="status" className="sr-only">
        {readOut}
      </p>
    </>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex-1 py-3 pl-5 first:pl-0">
      <dt className="text-note opacity-80">{name}</dt>
      <dd className="numerals text-title">{children ?? <Skeleton className="my-1 h-6.5 w-16" />}</dd>
    </div>
  );
}

/** While the shop has made too little to know. */
function Unknown() {
  return <span className="font-normal font-sans text-body tracking-normal">a little while</span>;
}
