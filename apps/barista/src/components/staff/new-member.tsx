"use client";

import type { AddMember } from "@serverlesspresso/contracts/staff";
import { useShopPath } from "../bar/use-shop-path";

/** What somebody who has just been added does next. */
export function NewMember({ member }: { member: AddMember }) {
  const path = useShopPath("/");
  const address = `${window.location.host}${path}`.replace(/\/$/, "");
  const email = <strong className="wrap-anywhere font-semibold text-ink">{member.email}</strong>;
  return (
    <div className="mt-6 border-copper border-l-4 pl-4">
      <p className="font-bold font-display text-lead">{member.name} can come in.</p>
      {member.role === "display" ? (
        <p className="mt-1 text-soft">On the screen, open the board and sign in with {email}.</p>
      ) : (
        <p className="mt-1 text-soft">
          They sign in at{" "}
          <strong className="wrap-anywhere select-all font-semibold text-ink">{address}</strong> with {email}.
        </p>
      )}
    </div>
  );
}
