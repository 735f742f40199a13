"use client";

import { type Member, StaffRole } from "@serverlesspresso/contracts/staff";
import { Button } from "@serverlesspresso/ui/button";
import { ChoiceGroup } from "@serverlesspresso/ui/choice-group";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useState } from "react";
import { NewMember } from "./new-member";
import { roleWords } from "./staff-words";
import { useAddSomebody } from "./use-add-somebody";

const roles = StaffRole.options.map((id) => ({ id, ...roleWords[id] }));
const mostLetters = 40;

/** Lets somebody in: who, how they are called, as what. What is wrong stands at its box. */
export function AddMemberForm({ members }: { members: readonly Member[] }) {
  const [role, setRole] = useState<StaffRole>("barista");
  const { submit, busy, problems, added } = useAddSomebody(role);
  return (
    <section
      aria-labelledby="add-somebody"
      className="shrink-0 border-hairline border-t p-4 md:w-96 md:overflow-y-auto md:border-t-0 md:border-l md:p-6"
    >
      <h2 id="add-somebody" className="font-bold text-title">
        Add somebody
      </h2>
      <form onSubmit={submit} noValidate className="mt-6">
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="off"
          maxLength={128}
          required
          error={problems.email ?? null}
        />
        <TextField
          className="mt-4"
          name="name"
          label="Shown name"
          hint="What colleagues and customers read."
          autoComplete="off"
          maxLength={mostLetters}
          required
          error={problems.name ?? null}
        />
        <ChoiceGroup
          className="mt-4"
          name="Role"
          items={roles}
          value={role}
          onChange={(id) => setRole(StaffRole.parse(id))}
        />
        <p role="alert" className="mt-4 font-medium text-late empty:hidden">
          {problems.form}
        </p>
        <Button type="submit" size="large" className="mt-6 w-full" aria-disabled={busy}>
          {busy ? "Adding…" : "Add"}
        </Button>
      </form>
      <div role="status">
        {added && members.some(({ id }) => id === added.id) && <NewMember member={added} />}
      </div>
    </section>
  );
}
