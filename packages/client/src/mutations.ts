"use client";

import type { AccountDeleted } from "@serverlesspresso/contracts/account";
import type { Order } from "@serverlesspresso/contracts/order";
import type { AddMember, Member, Staff } from "@serverlesspresso/contracts/staff";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { OrderCommand } from "./api";
import { useClient, useSession } from "./client-context";
import { newIdempotencyKey } from "./idempotency-key";
import { forgetKept } from "./kept-things";
import { isUnderWay, orderCommandOptions, type Refusal } from "./order-command";
import { queryKeys } from "./queries";

export interface OrderCommandOptions {
  /** Called with the order as it was shown. */
  onRefused?(refusal: Refusal, order: Order): void;
}

export interface OrderCommandHandle {
  /** Sends the command, once: further taps for the same order are ignored until it is answered. */
  run(order: Order, reason?: string): void;
  isPending: boolean;
}

/** One command on orders, for their owner; baristas have `useCommandOutbox`. */
export function useOrderCommand(
  command: OrderCommand,
  { onRefused }: OrderCommandOptions = {},
): OrderCommandHandle {
  const { api } = useClient();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(orderCommandOptions(api, client, command, onRefused));

  function run(order: Order, reason?: string): void {
    if (isUnderWay(client, command, order.id)) return;
    mutate({ order, key: newIdempotencyKey(), reason });
  }
  return { run, isPending };
}

/** Lets somebody work in the shop, given as the variable; answers them, and the list has them then. */
export function useAddMember(): UseMutationResult<Member, Error, AddMember> {
  const { api } = useClient();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (member: AddMember) => api.addMember(member),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff(api.eventId) }),
  });
}

/** Ends somebody's work in the shop, given their id; answers who remains. */
export function useRemoveMember(): UseMutationResult<Staff, Error, string> {
  const { api } = useClient();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.removeMember(id),
    onSuccess: (staff) => client.setQueryData<Staff>(queryKeys.staff(api.eventId), staff),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.staff(api.eventId) }),
  });
}

/** Deletes the account of whoever is signed in, and what this browser keeps of it; they are signed out then. */
export function useDeleteAccount(): UseMutationResult<AccountDeleted, Error, void> {
  const { api, session } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  return useMutation({
    mutationFn: () => api.deleteAccount(),
    onSuccess: () => {
      forgetKept(localStorage, sub);
      session.forget();
    },
  });
}
