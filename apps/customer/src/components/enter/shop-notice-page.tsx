import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { HouseCup } from "../page/house-cup";
import type { ShopNotice } from "./shop-notice-text";

export function ShopNoticePage({ notice }: { notice: ShopNotice }) {
  return (
    <div role="status" className="flex flex-1 flex-col justify-center pb-16">
      <EmptyState heading="h1" drawing={<HouseCup fill={0} size={208} />} title={notice.title}>
        {notice.text}
      </EmptyState>
    </div>
  );
}
