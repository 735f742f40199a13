"use client";

import { useAddMember } from "@serverlesspresso/client/staff";
import type { AddMember, Member, StaffRole } from "@serverlesspresso/contracts/staff";
import { type FormEvent, useState } from "react";
import { type AddProblems, checkDraft, refusedDraft } from "./add-problems";

interface AddSomebody {
  submit(event: FormEvent<HTMLFormElement>): void;
  busy: boolean;
  problems: AddProblems;
  /** Who was added last, until somebody else is tried. */
  added: Added | null;
}

/** Somebody who was let in, by which address. */
type Added = AddMember & Pick<Member, "id">;

/** Sends what the form holds, with this role, once it is whole; the form is empty again when it was taken. */
export function useAddSomebody(role: StaffRole): AddSomebody {
  const add = useAddMember();
  const [problems, setProblems] = useState<AddProblems>({});
  const [added, setAdded] = useState<Added | null>(null);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (add.isPending) return;
    const form = event.currentTarget;
    const tell = (found: AddProblems) => {
      setProblems(found);
      focusOn(form, found);
    };
    setAdded(null);
    const filled = new FormData(form);
    const draft = checkDraft({ email: filled.get("email"), name: filled.get("name"), role });
    if ("problems" in draft) {
      tell(draft.problems);
      return;
    }
    setProblems({});
    add.mutate(draft.member, {
      onError: (error) => tell(refusedDraft(error)),
      onSuccess: ({ id, name }) => {
        form.reset();
        // Whoever works in another shop, too, keeps the name that they have there.
        setAdded({ ...draft.member, id, name });
      },
    });
  }

  return { submit, busy: add.isPending, problems, added };
}

/** Whoever types goes on at the first box that is wrong. */
function focusOn(form: HTMLFormElement, problems: AddProblems): void {
  const field = problems.email ? "email" : problems.name && "name";
  const box = field && form.elements.namedItem(field);
  if (box instanceof HTMLInputElement) box.focus();
}
