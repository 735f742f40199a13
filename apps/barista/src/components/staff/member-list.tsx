"use client";

import { useRemoveMember } from "@serverlesspresso/client/staff";
import type { Member } from "@serverlesspresso/contracts/staff";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { MemberRow } from "./member-row";
import { NobodyYet } from "./nobody-yet";
import { keptWords } from "./staff-words";

const RemoveDialog = dynamic(() => import("./remove-dialog").then((file) => file.RemoveDialog), {
  loading: () => null,
});

interface MemberListProps {
  members: readonly Member[];
  /** Who looks at it. */
  sub: string;
}

/** Everybody who works here, by name; all but oneself can be removed. */
export function MemberList({ members, sub }: MemberListProps) {
  const remove = useRemoveMember();
  const [asked, setAsked] = useState<Member | null>(null);
  const [gone, setGone] = useState<Member | null>(null);
  const news = useRef<HTMLParagraphElement>(null);
  // The button that was pressed has gone with its row: the focus is not to be lost.
  useEffect(() => {
    if (gone) news.current?.focus();
  }, [gone]);

  function ask(member: Member): void {
    remove.reset();
    setAsked(member);
  }

  function removeAsked(member: Member): void {
    if (remove.isPending) return;
    remove.mutate(member.id, {
      onSuccess: () => {
        setAsked(null);
        setGone(member);
      },
    });
  }

  return (
    <section aria-labelledby="staff" className="min-w-0 flex-1 p-4 md:overflow-y-auto md:p-6">
      <h1 id="staff" className="font-bold text-title">
        Staff
      </h1>
      <p ref={news} tabIndex={-1} role="status" className="min-h-6 text-soft outline-none">
        {gone && `${gone.name} has been removed.`}
      </p>
      {members.length === 0 && <NobodyYet />}
      <ul className="divide-y divide-hairline">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            oneself={member.id === sub}
            onRemove={() => ask(member)}
          />
        ))}
      </ul>
      {asked && (
        <RemoveDialog
          member={asked}
          busy={remove.isPending}
          error={remove.error && keptWords(remove.error, asked)}
          onRemove={() => removeAsked(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
