"use client";

import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useClient } from "./client-context";
import { type DraftEdit, editDraftOptions, publishDraftOptions } from "./menu-draft";

/** Keeps the draft of the menu, for managers; fails as `saveDraft` does. */
export function useEditDraft(): UseMutationResult<MenuDraft, Error, DraftEdit> {
  const { api } = useClient();
  return useMutation(editDraftOptions(api, useQueryClient()));
}

/** Makes the draft the menu, for managers; fails as `publishDraft` does. */
export function usePublishDraft(): UseMutationResult<MenuDraft, Error, MenuDraft> {
  const { api } = useClient();
  return useMutation(publishDraftOptions(api, useQueryClient()));
}
