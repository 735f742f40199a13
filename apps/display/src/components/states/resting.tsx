import type { Shop } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import type { ReactNode } from "react";

interface RestingProps {
  head: ReactNode;
  shop: Shop;
  title: string;
  text: string;
}

/** The whole wall while the shop is closed or paused and nobody waits: an empty cup, why, until when. */
export function Resting({ head, shop, title, text }: RestingProps) {
  const [drink] = shop.menu.drinks;
  return (
    <main className="flex min-h-dvh flex-col px-12 pb-8">
      <div className="flex h-24 flex-col [&>*]:flex-1">{head}</div>
      <div className="flex flex-1 flex-col items-center justify-center text-center">
        {drink && <Cup drink={drink} fill={0} size="20rem" />}
        <h2 className="mt-8 font-bold text-number">{title}</h2>
        <p className="mt-6 max-w-prose text-title">{text}</p>
      </div>
      <section aria-label="Preparing" />
      <section aria-label="Ready" />
    </main>
  );
}
