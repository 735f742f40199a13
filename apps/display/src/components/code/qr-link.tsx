"use client";

import { useConfig, useEventId } from "@serverlesspresso/client/client-context";
import { CodeRing } from "./code-ring";
import type { CodeToScan } from "./code-state";
import { orderAddress } from "./order-address";
import { QrPicture } from "./qr-picture";

interface QrLinkProps {
  state: CodeToScan;
  className: string;
}

/** The code for cameras, with the time it has left around it; whoever has a mouse and no phone clicks it. */
export function QrLink({ state, className }: QrLinkProps) {
  const { url } = orderAddress(useConfig().customerUrl, state.code, useEventId());
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener"
      aria-label="Order on this device"
      className={`relative block rounded-edge ${className}`}
    >
      <div className="p-[3%]">
        <QrPicture url={url} />
      </div>
      <CodeRing gone={state.gone} />
    </a>
  );
}
