"use client";

import { useConfig, useEventId } from "@serverlesspresso/client/client-context";
import { type CodeToScan, placesWords } from "./code-state";
import { orderAddress } from "./order-address";
import { inGroups } from "./shown-code";

interface CodeInWordsProps {
  state: CodeToScan;
  className?: string;
}

/** The code and the address for whoever types, the places that are left, and when another code comes. */
export function CodeInWords({ state, className = "" }: CodeInWordsProps) {
  const { typed } = orderAddress(useConfig().customerUrl, state.code, useEventId());
  return (
    <div className={className}>
      <p className="text-lead text-soft">or type</p>
      <p className="numerals select-all text-number tracking-normal">{inGroups(state.code)}</p>
      <p className="mt-3 text-lead text-soft">
        at <strong className="break-all font-semibold text-ink">{typed}</strong>
      </p>
      <p className="mt-4 flex flex-wrap gap-x-4 text-lead">
        <span className="font-semibold">{placesWords(state.placesLeft)}</span>
        <span className="whitespace-nowrap text-soft">new code at {state.until}</span>
      </p>
    </div>
  );
}
