import { EmptyState } from "@serverlesspresso/ui/empty-state";
import type { ReactNode } from "react";
import { HouseCup } from "./house-cup";
import { Page } from "./page";

interface MessagePageProps {
  title: string;
  /** What the tab says. */
  tab?: string;
  /** How full its cup is, 0 to 1. */
  fill?: number;
  action: ReactNode;
  children: ReactNode;
}

/** A page that has nothing else to show: a cup, why, and what to do. */
export function MessagePage({ title, tab, fill = 0, action, children }: MessagePageProps) {
  return (
    <Page title={tab}>
      <EmptyState
        heading="h1"
        className="my-auto pb-24"
        drawing={<HouseCup fill={fill} />}
        title={title}
        action={action}
      >
        {children}
      </EmptyState>
    </Page>
  );
}
