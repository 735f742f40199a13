"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { keptKey } from "@serverlesspresso/client/kept-things";
import { menuDraftQuery } from "@serverlesspresso/client/menu-draft";
import { readStored, store, unstore } from "@serverlesspresso/client/storage";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { useEditDraft } from "@serverlesspresso/client/use-menu-draft";
import { AppError } from "@serverlesspresso/contracts/error";
import { Drink } from "@serverlesspresso/contracts/menu";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { EditMenu } from "@serverlesspresso/contracts/menu-edit";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import * as z from "zod/mini";

/** Drinks that are edited and not kept by the shop yet, and the draft that they were edited over: a `DraftEdit`. */
const Edit = z.object({
  base: MenuDraft,
  drinks: z.array(Drink),
  sent: z.optional(z.array(z.array(Drink))),
});
type Edit = z.infer<typeof Edit>;

/** A draft is kept once nothing was changed for so long, and tried again so long after it could not be. */
const restMs = 700;
const againMs = 5_000;
/** So many of the last tries are known again if the shop kept one of them without an answer. */
const triesKnown = 3;

/** How far what is edited is kept. */
export type Keeping = "kept" | "keeping" | "incomplete" | "unreached" | "refused";

export interface DraftConflict {
  by: string | null;
  base: MenuDraft;
  mine: Drink[];
  theirs: MenuDraft;
}

export interface DraftEditing {
  draft: MenuDraft;
  drinks: Drink[];
  keeping: Keeping;
  /** The way to the first thing that is wrong, from the list of drinks. */
  problem: { path: readonly PropertyKey[]; message: string } | null;
  conflict: DraftConflict | null;
  change(drinks: Drink[]): void;
  /** Goes on over a colleague's draft with what was chosen of both. */
  settle(drinks: Drink[]): void;
}

/** The draft of the menu under one's hands: kept by itself, on this device while the shop cannot be reached. */
export function useDraftEditing(sub: string): {
  editing: DraftEditing | null;
  error: Error | null;
  retry(): Promise<unknown>;
} {
  const api = useApi();
  const query = useQuery(menuDraftQuery(api));
  const unread = useLastError(query);
  const key = keptKey(sub, "menu-draft", api.eventId);
  const [edit, setEdit] = useState(() => readStored(localStorage, key, Edit));
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const { mutateAsync, isPending, error: failure, reset } = useEditDraft();
  const underWay = useRef<UnderWay | null>(null);
  const checked = edit && EditMenu.safeParse({ drinks: edit.drinks });
  const valid = checked?.success === true;

  useEffect(() => {
    if (edit === null) unstore(localStorage, key);
    else if (valid) store(localStorage, key, JSON.stringify(edit));
  }, [edit, valid, key]);

  const sendAtOnce = useEffectEvent(() => {
    if (edit === null || !valid || conflict !== null) return;
    // What cannot be kept by the shop stays on this device, until the draft is opened here again.
    sendAfter(underWay.current, edit, mutateAsync).then(
      () => unstore(localStorage, key),
      () => undefined,
    );
  });
  // Whoever leaves the page does not wait until nothing was changed for a moment.
  useEffect(() => () => sendAtOnce(), []);

  useEffect(() => {
    if (edit === null || !valid || isPending || conflict !== null) return;
    const send = () => {
      setEdit((now) => now && withTry(now, edit));
      const answer = mutateAsync(edit);
      underWay.current = { edit, answer };
      answer
        .then(
          (draft) => setEdit((now) => restOf(now, edit, draft)),
          (error: unknown) => {
            const theirs = error instanceof AppError ? error.theirs : undefined;
            if (!theirs?.draft) return;
            setConflict({ by: theirs.by, base: edit.base, mine: edit.drinks, theirs: theirs.draft });
          },
        )
        .finally(() => {
          underWay.current = null;
        });
    };
    const timer = setTimeout(send, failure === null ? restMs : againMs);
    return () => clearTimeout(timer);
  }, [edit, valid, isPending, conflict, failure, mutateAsync]);

  const { data: draft } = query;
  const retry = query.refetch;
  if (draft === undefined) return { editing: null, error: unread, retry };
  const editing: DraftEditing = {
    draft,
    drinks: edit?.drinks ?? draft.drinks,
    keeping: keepingOf(edit, valid, failure),
    problem: problemIn(checked),
    conflict,
    change: (drinks) => {
      // What is on its way has to be heard of.
      if (failure !== null) reset();
      setEdit({ base: edit?.base ?? draft, drinks, sent: edit?.sent });
    },
    settle: (drinks) => {
      if (conflict === null) return;
      if (failure !== null) reset();
      setEdit({ base: conflict.theirs, drinks });
      setConflict(null);
    },
  };
  return { editing, error: null, retry };
}

/** An edit that is being kept. */
interface UnderWay {
  edit: Edit;
  answer: Promise<MenuDraft>;
}

/** Sends an edit once what is under way is answered: what that has kept is not sent again. */
async function sendAfter(
  underWay: UnderWay | null,
  edit: Edit,
  send: (edit: Edit) => Promise<MenuDraft>,
): Promise<void> {
  const draft = await underWay?.answer.catch(() => null);
  const rest = underWay && draft ? restOf(edit, underWay.edit, draft) : edit;
  if (rest !== null) await send(rest);
}

/** What is left to be kept once `sent` is: nothing, or what was changed while it was on its way. */
function restOf(now: Edit | null, sent: Edit, draft: MenuDraft): Edit | null {
  return now === null || now.drinks === sent.drinks ? null : { base: draft, drinks: now.drinks };
}

/** Remembers what is sent: it may be kept although no answer comes. */
function withTry(now: Edit, { drinks }: Edit): Edit {
  const before = now.sent ?? [];
  return before.at(-1) === drinks ? now : { ...now, sent: [...before, drinks].slice(-triesKnown) };
}

function keepingOf(edit: Edit | null, valid: boolean, failure: Error | null): Keeping {
  if (edit === null) return "kept";
  if (!valid) return "incomplete";
  if (failure === null) return "keeping";
  if (!(failure instanceof AppError) || failure.code === "internal") return "unreached";
  // A colleague's draft is looked at first.
  return failure.code === "edit_stale" ? "keeping" : "refused";
}

function problemIn(checked: ReturnType<typeof EditMenu.safeParse> | null): DraftEditing["problem"] {
  const issue = checked?.error?.issues[0];
  return issue === undefined ? null : { path: issue.path.slice(1), message: issue.message };
}
