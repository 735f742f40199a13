import { AppError } from "@serverlesspresso/contracts/error";
import { AddMember } from "@serverlesspresso/contracts/staff";

/** What is wrong with somebody who is to be added, at the box where it is; `form` belongs to none. */
export interface AddProblems {
  email?: string;
  name?: string;
  form?: string;
}

const fieldWords = {
  email: "This does not look like an e-mail address.",
  name: "Type the name that colleagues and customers will read.",
} as const;

const notAdded = "Not added. Try again in a moment.";

type Field = keyof typeof fieldWords;

const isField = (name: unknown): name is Field => name === "email" || name === "name";

/** A draft as it can be sent, or what is missing in it. */
export function checkDraft(draft: unknown): { member: AddMember } | { problems: AddProblems } {
  const checked = AddMember.safeParse(draft);
  if (checked.success) return { member: checked.data };
  const fields = checked.error.issues.map(({ path: [field] }) => field).filter(isField);
  if (fields.length === 0) return { problems: { form: notAdded } };
  return { problems: Object.fromEntries(fields.map((field) => [field, fieldWords[field]])) };
}

/** What the shop said to somebody who was sent. */
export function refusedDraft(error: Error): AddProblems {
  if (!(error instanceof AppError))
    return { form: "Not added: the shop does not answer. Try again in a moment." };
  const { code, field } = error;
  if (code === "invalid_request" && isField(field)) return { [field]: fieldWords[field] };
  if (code === "member_protected") {
    return { email: "This person works here already, in a role that you cannot change." };
  }
  if (code === "forbidden") return { form: "Not added: you are not a manager of this shop any more." };
  if (code === "rate_limited") return { form: "Not added: too much at once. Try again in a minute." };
  return { form: notAdded };
}
