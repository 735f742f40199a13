import type { ReactNode } from "react";
import { ShopMark } from "../board/shop-mark";
import { Picture, type PictureOf } from "./picture";

interface StageProps {
  /** The board's head; without it the product's name. */
  head?: ReactNode;
  picture: PictureOf;
  title: string;
  /** The whole state is told, not only shown, for example that the connection is lost. */
  role?: "status" | "alert";
  children?: ReactNode;
}

/** The whole wall saying one thing: the counter with what stands on it, and large enough for the far corner. */
export function Stage({ head, picture, title, role, children }: StageProps) {
  const Title = head ? "h2" : "h1";
  return (
    <main className="stage-frame">
      {head ?? (
        <div className="stage-head flex items-center">
          <ShopMark name="Serverlesspresso" />
        </div>
      )}
      <div className="flex min-h-0 items-end border-current border-b-[0.5rem] px-[6vw]">
        <Picture of={picture} className="h-[92%] max-h-[30rem]" />
      </div>
      <div role={role} className="pt-12">
        <Title className="font-bold text-huge tracking-tight">{title}</Title>
        <div className="told-text mt-8 max-w-[96rem]">{children}</div>
      </div>
    </main>
  );
}
