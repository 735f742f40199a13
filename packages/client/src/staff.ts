"use client";

import type { AddMember, Member, Staff } from "@serverlesspresso/contracts/staff";
import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Api } from "./api";
import { barApi } from "./bar-api";
import { useClient } from "./client-context";
import { queryKeys } from "./queries";

/** Who works in the shop, by name. For managers. */
export const staffQuery = (api: Api) =>
  queryOptions({ queryKey: queryKeys.staff(api.eventId), queryFn: barApi(api).staff });

/** Lets somebody work in the shop, given as the variable; answers them, and the list has them then. */
export function useAddMember(): UseMutationResult<Member, Error, AddMember> {
  const { api } = useClient();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (member: AddMember) => barApi(api).addMember(member),
    onSuccess: (member) =>
      client.setQueryData<Staff>(queryKeys.staff(api.eventId), (known) => known && withMember(known, member)),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff(api.eventId) }),
  });
}

/** Ends somebody's work in the shop, given their id; answers who remains. */
export function useRemoveMember(): UseMutationResult<Staff, Error, string> {
  const { api } = useClient();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => barApi(api).removeMember(id),
    onSuccess: (staff) => client.setQueryData<Staff>(queryKeys.staff(api.eventId), staff),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.staff(api.eventId) }),
  });
}

function withMember(staff: Staff, member: Member): Staff {
  return { ...staff, members: [...staff.members.filter(({ id }) => id !== member.id), member] };
}
