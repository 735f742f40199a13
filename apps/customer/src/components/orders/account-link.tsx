import { ChevronRight, CircleUser } from "lucide-react";
import { ShopLink } from "../page/shop-link";

/** The way to what concerns the account: quiet, at the end. */
export function AccountLink({ email }: { email: string | null }) {
  return (
    <ShopLink
      href="/account"
      className="group mt-10 flex min-h-14 items-center gap-3 text-soft hover:text-ink"
    >
      <CircleUser aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1 text-note">
        <span className="block font-semibold text-ink">Account</span>
        <span className="block truncate">{email}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 group-hover:text-copper" />
    </ShopLink>
  );
}
