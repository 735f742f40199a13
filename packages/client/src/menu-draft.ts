import { AppError } from "@serverlesspresso/contracts/error";
import type { Drink } from "@serverlesspresso/contracts/menu";
import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { asAvailableAs } from "@serverlesspresso/contracts/menu-edit";
import { hashKey, type MutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Api } from "./api";
import { type BarApi, barApi } from "./bar-api";
import { isPassing } from "./network-error";
import { queryKeys } from "./queries";

const everyMs = 30_000;

/** The menu that is being prepared, for managers; what a colleague prepares is seen too. */
export const menuDraftQuery = (api: Api) =>
  queryOptions({
    queryKey: queryKeys.menuDraft(api.eventId),
    queryFn: barApi(api).menuDraft,
    refetchInterval: everyMs,
  });

/** Drinks that somebody wants, decided on a draft as it was then. */
export interface DraftEdit {
  base: MenuDraft;
  drinks: Drink[];
  /** What was sent over the same draft before, the latest last, and may have been kept without an answer. */
  sent?: Drink[][] | undefined;
}

/** The most that a draft may be ahead by versions in which nothing differs. */
const maxTries = 5;

/** Whether two lists hold the same drinks in the same order, however available they are. */
export function isSameMenu(one: readonly Drink[], other: readonly Drink[]): boolean {
  return hashKey(asAvailableAs(other, one)) === hashKey(other);
}

/**
 * Keeps a draft. An edit that meets a newer version goes on over it if that holds the same drinks or what was sent
 * before, and is done if it holds what was wanted. Else it throws `edit_stale` with the draft as it is and who has changed it.
 */
export async function saveDraft(
  api: Pick<BarApi, "editDraft">,
  { base, drinks, sent = [] }: DraftEdit,
): Promise<MenuDraft> {
  let seen = base;
  for (let tries = 1; ; tries += 1) {
    try {
      return await api.editDraft(drinks, seen.version);
    } catch (error) {
      const theirs = error instanceof AppError ? error.theirs?.draft : undefined;
      if (theirs === undefined || tries === maxTries) throw error;
      if (isSameMenu(drinks, theirs.drinks)) return theirs;
      if (![base.drinks, ...sent].some((known) => isSameMenu(known, theirs.drinks))) throw error;
      seen = theirs;
    }
  }
}

/** Makes a draft the menu; done already where an answer was lost. Throws `edit_stale` as `saveDraft` does. */
export async function publishDraft(api: Pick<BarApi, "publishMenu">, draft: MenuDraft): Promise<MenuDraft> {
  try {
    return await api.publishMenu(draft.version);
  } catch (error) {
    const theirs = error instanceof AppError ? error.theirs?.draft : undefined;
    if (theirs?.changedAt === null && isSameMenu(draft.drinks, theirs.drinks)) return theirs;
    throw error;
  }
}

/** How a draft is kept; `menuDraftQuery` holds the answer then. */
export function editDraftOptions(
  api: Api,
  client: QueryClient,
): MutationOptions<MenuDraft, Error, DraftEdit> {
  return {
    mutationFn: (edit) => saveDraft(barApi(api), edit),
    onSuccess: (draft) => takeDraft(api, client, draft),
  };
}

/** How a draft is published; the shop has its drinks then. */
export function publishDraftOptions(
  api: Api,
  client: QueryClient,
): MutationOptions<MenuDraft, Error, MenuDraft> {
  return {
    mutationFn: (draft) => publishDraft(barApi(api), draft),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onSuccess: async (draft) => {
      await takeDraft(api, client, draft);
      void client.invalidateQueries({ queryKey: queryKeys.shop(api.eventId) });
    },
    // What a colleague has made of it meanwhile is there to be looked at.
    onError: (error) => {
      if (error instanceof AppError && error.theirs?.draft) return takeDraft(api, client, error.theirs.draft);
    },
  };
}

async function takeDraft(api: Api, client: QueryClient, draft: MenuDraft): Promise<void> {
  const queryKey = queryKeys.menuDraft(api.eventId);
  // What is being read may be from before.
  await client.cancelQueries({ queryKey });
  client.setQueryData<MenuDraft>(queryKey, (known) =>
    known && known.version > draft.version ? known : draft,
  );
}
