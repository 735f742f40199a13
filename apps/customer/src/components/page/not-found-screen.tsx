"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { HouseCup } from "./house-cup";
import { Page } from "./page";
import { ShopLink } from "./shop-link";

export function NotFoundScreen() {
  return (
    <Page title="Nothing here">
      <EmptyState
        heading="h1"
        className="my-auto pb-24"
        drawing={<HouseCup fill={0} />}
        title="An empty cup"
        action={
          <ShopLink href="/" className={buttonLook()}>
            To the bar
          </ShopLink>
        }
      >
        There is no page at this address. The code on the shop’s screen leads to the right one.
      </EmptyState>
    </Page>
  );
}
