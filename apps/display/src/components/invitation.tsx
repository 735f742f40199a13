"use client";

import { useConfig, useEventId } from "@serverlesspresso/client/client-context";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import type { ReactNode } from "react";
import { CodeInWords } from "./code-panel";
import { type CodeState, orderAddress } from "./code-state";
import { QrPicture } from "./qr-picture";

const cupsShown = 9;

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
        <ul className="mt-10 grid min-h-0 flex-1 grid-cols-3 content-start gap-x-8 gap-y-10">
          {drinks.map((drink) => (
            <li key={drink.id}>
              <Cup drink={drink} size="10rem" className="-ml-3" />
              <p className="mt-1 font-bold font-display text-lead">{drink.name}</p>
            </li>
          ))}
        </ul>
        <div className="flex gap-16 border-hairline border-t pt-6 text-lead text-soft">
          <section aria-label="Preparing">Nothing is being made.</section>
          <section aria-label="Ready">Nothing waits on the counter.</section>
        </div>
      </section>
      <aside aria-label="Order here" className="invitation-code flex flex-col justify-center gap-8 py-10">
        <QrPicture url={url} className="w-full" />
        <div className="grid grid-cols-2 gap-10">
          <p className="font-bold font-display text-number">Scan to order</p>
          <CodeInWords state={state} />
        </div>
      </aside>
    </main>
  );
}
