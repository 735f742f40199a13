import { Suspense } from "react";
import { OrderScreen } from "@/components/follow/order-screen";

export default function OrderPage() {
  return (
    <Suspense>
      <OrderScreen />
    </Suspense>
  );
}
