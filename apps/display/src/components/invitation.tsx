"use client";

import { useConfig, useEventId } from "@serverlesspresso/client/client-context";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import type { ReactNode } from "react";
import { CodeInWords } from "./code-panel";
import { type CodeState, orderAddress } from "./code-state";
import { QrPicture } from "./qr-picture";

const cupsShown = 8;

interface InvitationProps {
  head: ReactNode;
  shop: Shop;
  state: Extract<CodeState, { kind: "code" }>;
}

/** The wall while nobody waits: the menu as cups, and the code as large as it goes. */
export function Invitation({ head, shop, state }: InvitationProps) {
  const { url } = orderAddress(useConfig().customerUrl, state.code, useEventId());
  const drinks = shop.menu.drinks.filter((drink) => drink.available).slice(0, cupsShown);
  return (
    <main className="invitation-frame">
      {head}
      <section aria-label="Menu" className="invitation-menu flex min-h-0 flex-col py-10">
        <h2 className="font-bold text-number">What may we make you?</h2>
        <ul
          className="mt-6 grid min-h-0 flex-1 content-evenly gap-y-6 overflow-hidden"
          style={{ gridTemplateColumns: `repeat(${drinks.length > 6 ? 4 : 3}, minmax(0, 1fr))` }}
        >
          {drinks.map((drink) => (
            <li key={drink.id} className="text-center">
              <Cup drink={drink} size="13rem" className="mx-auto" />
              <p className="mt-2 font-bold font-display text-lead">{drink.name}</p>
            </li>
          ))}
        </ul>
        <section aria-label="Preparing" className="border-hairline border-t pt-6 text-lead">
          Nobody is waiting. Yours is made at once.
        </section>
        <section aria-label="Ready" className="sr-only">
          Nothing waits on the counter.
        </section>
      </section>
      <aside
        aria-label="Order here"
        className="invitation-code flex flex-col justify-center gap-8 py-10 portrait:flex-row portrait:items-center portrait:gap-10"
      >
        <QrPicture url={url} className="w-full portrait:w-[33rem] portrait:shrink-0" />
        <div className="flex gap-8 portrait:flex-1 portrait:flex-col">
          <p className="min-w-0 flex-1 font-bold font-display text-number">Scan to order</p>
          <CodeInWords state={state} className="max-w-[60%] shrink-0 portrait:max-w-full" />
        </div>
      </aside>
    </main>
  );
}
