import type { Shop } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import type { ReactNode } from "react";
import type { Side } from "../screen/side";
import { CodeInWords } from "./code-in-words";
import type { CodeToScan } from "./code-state";
import { QrLink } from "./qr-link";

const cupsShown = 8;

interface InvitationProps {
  head: ReactNode;
  shop: Shop;
  state: CodeToScan;
  side: Side;
}

/** The wall while nobody waits: the menu as cups, and the code as large as it goes. */
export function Invitation({ head, shop, state, side }: InvitationProps) {
  const drinks = shop.menu.drinks.filter((drink) => drink.available).slice(0, cupsShown);
  return (
    <main className="invitation-frame" data-code={side}>
      {head}
      <section aria-label="Menu" className="invitation-menu flex min-h-0 flex-col py-10">
        <h2 className="font-bold text-number">What may we make you?</h2>
        <ul
          className="mt-6 grid min-h-0 flex-1 content-evenly gap-y-6 overflow-hidden"
          style={{ gridTemplateColumns: `repeat(${drinks.length > 6 ? 4 : 3}, minmax(0, 1fr))` }}
        >
          {drinks.map((drink) => (
            <li key={drink.id}>
              <div className="flex justify-center border-current border-b-[0.1875rem]">
                <Cup drink={drink} size="13rem" standing />
              </div>
              <p className="mt-3 text-center font-bold font-display text-lead">{drink.name}</p>
            </li>
          ))}
        </ul>
        <section aria-label="Preparing" className="pt-6 text-lead text-soft">
          Nobody is waiting. Yours is made at once.
        </section>
        <section aria-label="Ready" className="sr-only">
          Nothing waits on the counter.
        </section>
      </section>
      <aside
        aria-label="Order here"
        className="invitation-code flex flex-col justify-center gap-6 py-8 portrait:flex-row portrait:items-center portrait:gap-10"
      >
        <QrLink state={state} className="w-full portrait:w-[33rem] portrait:shrink-0" />
        <div className="portrait:flex-1">
          <p className="font-bold font-display text-number">Scan to order</p>
          <CodeInWords state={state} className="mt-4" />
        </div>
      </aside>
    </main>
  );
}
