"use client";

import { useRef } from "react";
import { Frame, type FrameProps } from "./frame";
import { PageTitle } from "./page-title";
import { useForgetSeen } from "./seen-order";
import { useGround } from "./use-ground";
import { usePageFocus } from "./use-page-focus";

interface PageProps extends Omit<FrameProps, "main"> {
  /** What the tab says, before the product's name. */
  title?: string;
}

/** A page with its title in the tab; its heading has the focus when it takes another one's place. */
export function Page({ title, ...frame }: PageProps) {
  const main = useRef<HTMLElement>(null);
  usePageFocus(main);
  useGround(frame.ground ?? "paper");
  useForgetSeen();
  return (
    <>
      <PageTitle title={title} />
      <Frame main={main} {...frame} />
    </>
  );
}
