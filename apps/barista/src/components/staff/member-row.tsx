import type { Member, StaffRole } from "@serverlesspresso/contracts/staff";
import { Button } from "@serverlesspresso/ui/button";
import { Coffee, KeyRound, Monitor } from "lucide-react";
import { roleWords } from "./staff-words";

const icons: Record<StaffRole, typeof Coffee> = { barista: Coffee, manager: KeyRound, display: Monitor };

interface MemberRowProps {
  member: Member;
  /** Nobody removes themselves. */
  oneself: boolean;
  onRemove(): void;
}

/** A member with what they are, in words. */
export function MemberRow({ member, oneself, onRemove }: MemberRowProps) {
  const { name, role, everywhere } = member;
  const Icon = icons[role];
  return (
    <li className="flex items-center gap-4 py-3">
      <span className="grid size-11 shrink-0 place-items-center rounded-full border border-hairline text-soft">
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-bold font-display text-lead">{name}</p>
        <p className="text-soft">
          {[roleWords[role].name, everywhere && "in every shop"].filter(Boolean).join(", ")}
        </p>
      </div>
      {oneself ? (
        <p className="px-4 text-soft">you</p>
      ) : (
        <Button variant="outline" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove
        </Button>
      )}
    </li>
  );
}
