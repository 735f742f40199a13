"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { PlaceInLine as Place } from "@serverlesspresso/contracts/line";
import { useBatched } from "../page/use-batched";
import { Figure, Figures } from "./figures";
import { aheadWords, waitFigures, waitLeft, waitWords } from "./wait-text";

interface PlaceInLineProps {
  /** Null until the line knows the order. */
  place: Place | null;
  /** The line cannot be read: nobody knows. */
  isUnread: boolean;
  /** When the wait was told, by the server. */
  toldAt: string | undefined;
  /** Somebody makes it: nobody is before it any more. */
  isMade: boolean;
}

/** While the shop has made too little to know, or does not say. */
const unknown = "a little while";

/** Nobody wants to be told of every step that the line moves. */
const readOutEveryMs = 30_000;

/** How many are before the order, and how long it is likely to take: a range, and honest when nobody knows. */
export function PlaceInLine({ place, isUnread, toldAt, isMade }: PlaceInLineProps) {
  const now = useServerNow();
  const agoSeconds = toldAt ? Math.max(0, (now - Date.parse(toldAt)) / 1000) : 0;
  const left = place?.wait ? waitLeft(place.wait, agoSeconds) : null;
  const words = [place && !isMade && aheadWords(place.ahead), left && waitWords(left)];
  const readOut = useBatched(words.filter(Boolean).join(" "), readOutEveryMs);
  return (
    <>
      <Figures>
        <Figure
          name="Ready in"
          figure={left ? waitFigures(left) : place || isUnread ? unknown : null}
          inWords={!left && (place !== null || isUnread)}
        />
        {!isMade && !isUnread && <Figure name="Before you" figure={place && String(place.ahead)} />}
      </Figures>
      <p role="status" className="sr-only">
        {readOut}
      </p>
    </>
  );
}
