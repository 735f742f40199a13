"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { Banner } from "@serverlesspresso/ui/banner";
import { RetryButton } from "@serverlesspresso/ui/retry-button";
import { Tabs } from "@serverlesspresso/ui/tabs";
import { useState } from "react";
import { DraftBar } from "./draft-bar";
import { MenuConflict } from "./menu-conflict";
import { MenuEditor } from "./menu-editor";
import { MenuPreview } from "./menu-preview";
import { SaleBoard } from "./sale-board";
import { useDraftEditing } from "./use-draft-editing";

const tabs = [
  { id: "sale", name: "On sale" },
  { id: "draft", name: "Draft" },
  { id: "preview", name: "Preview" },
] as const;

interface ManagedMenuProps {
  sub: string;
  /** What customers have on their phones now. */
  drinks: readonly Drink[];
}

/** A manager's menu: what is on sale, what is prepared, and how that will look. */
export function ManagedMenu({ sub, drinks }: ManagedMenuProps) {
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("sale");
  const { editing, error, retry } = useDraftEditing(sub);
  const bar = editing && tab !== "sale" && <DraftBar editing={editing} published={drinks} />;
  return (
    <Tabs label="Menu" tabs={tabs} value={tab} onChange={(id) => setTab(id)} aside={bar}>
      {tab === "sale" && <SaleBoard drinks={drinks} />}
      {tab !== "sale" && error && (
        <Banner
          tone="late"
          title="The draft could not be fetched"
          className="m-4 md:m-6"
          action={<RetryButton variant="outline" size="medium" onRetry={retry} />}
        />
      )}
      {tab === "draft" && editing && <MenuEditor editing={editing} published={drinks} />}
      {tab === "preview" && editing && <MenuPreview drinks={editing.drinks} />}
      {editing && <MenuConflict editing={editing} />}
    </Tabs>
  );
}
