"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { staffQuery } from "@serverlesspresso/client/staff";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { Banner } from "@serverlesspresso/ui/banner";
import { useQuery } from "@tanstack/react-query";
import { BarHeader } from "../bar/bar-header";
import { PageOffline } from "../bar/page-offline";
import { AddMemberForm } from "./add-member-form";
import { MemberList } from "./member-list";
import { NotAManager } from "./not-a-manager";
import { StaffSkeleton } from "./staff-skeleton";

/** What another manager does is seen, and that somebody is a manager no longer. */
const everyMs = 30_000;
const afterFailureMs = 5_000;

/** Who works here, and who is to. */
export function StaffScreen({ sub }: { sub: string }) {
  const api = useApi();
  const shop = useQuery(shopQuery(api));
  const staff = useQuery({
    ...staffQuery(api),
    refetchInterval: ({ state }) => (state.status === "error" ? afterFailureMs : everyMs),
  });
  const error = useLastError(staff);
  if (error instanceof AppError && error.code === "forbidden") return <NotAManager />;
  if (!staff.data) return error ? <PageOffline onRetry={staff.refetch} /> : <StaffSkeleton />;
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <BarHeader name={shop.data?.name} />
      {error && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          This list may have changed since.
        </Banner>
      )}
      <main className="flex min-h-0 flex-1 flex-col md:flex-row">
        <MemberList members={staff.data.members} sub={sub} />
        <AddMemberForm members={staff.data.members} />
      </main>
    </div>
  );
}
