import { useIsTraining } from "@serverlesspresso/client/use-is-training";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { useBarLive } from "./bar-live";
import { BarNav } from "./bar-nav";
import { ShopMark } from "./shop-mark";
import { SoundToggle } from "./sound-toggle";

interface BarHeaderProps {
  /** The shop's name; nothing is shown until it is known. */
  name: string | undefined;
  /** Beside the name. */
  children?: ReactNode;
}

/** The strip along the top of each page behind the bar: where one is, whether it is true, and whether it is heard. */
export function BarHeader({ name, children }: BarHeaderProps) {
  const { live, lastSeenAt } = useBarLive();
  // The word that marks it hangs from the window's upper edge.
  const room = useIsTraining() ? "pt-6" : "pt-1";
  return (
    <header
      className={`flex min-h-16 shrink-0 flex-wrap items-center gap-x-4 border-hairline border-b px-4 pb-1 sm:gap-x-6 md:px-6 ${room}`}
    >
      {name !== undefined && <ShopMark name={name} />}
      {children}
      <BarNav />
      <div className="ml-auto flex items-center gap-4">
        <LiveBadge live={live} lastSeenAt={lastSeenAt} />
        <SoundToggle />
        <AccountMenu />
      </div>
    </header>
  );
}
