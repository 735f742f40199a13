"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { ChartColumn, Coffee, ListOrdered, type LucideIcon, ReceiptText, Store, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useShopPath } from "./use-shop-path";

interface BarPage {
  path: string;
  name: string;
  icon: LucideIcon;
  managerOnly: boolean;
}

/** Every page behind the bar, in the order of its use. */
const pages: readonly BarPage[] = [
  { path: "/", name: "Queue", icon: ListOrdered, managerOnly: false },
  { path: "/orders", name: "Orders", icon: ReceiptText, managerOnly: false },
  { path: "/numbers", name: "Numbers", icon: ChartColumn, managerOnly: false },
  { path: "/menu", name: "Menu", icon: Coffee, managerOnly: false },
  { path: "/shop", name: "Shop", icon: Store, managerOnly: false },
  { path: "/staff", name: "Staff", icon: Users, managerOnly: true },
];

/** The ways to the other pages: a row of its own on narrow screens, pushed aside there where it is too long. */
export function BarNav() {
  const eventId = useEventId();
  const session = useSession();
  const here = usePathname();
  const manager = rolesIn(eventId, session?.groups ?? []).has("manager");
  const open = pages.filter(({ managerOnly }) => manager || !managerOnly);
  if (open.length < 2) return null;
  return (
    <nav
      aria-label="Pages"
      className="max-[72rem]:order-last max-[72rem]:-mx-2 max-[72rem]:w-full max-[72rem]:overflow-x-auto"
    >
      <ul className="flex max-[72rem]:w-max">
        {open.map((page) => (
          <li key={page.path}>
            <PageLink page={page} current={page.path === here} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

const looks = {
  here: "text-ink after:bg-copper",
  elsewhere: "text-soft hover:text-ink",
} as const;

function PageLink({ page, current }: { page: BarPage; current: boolean }) {
  const { path, name, icon: Icon } = page;
  const href = useShopPath(path);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={`relative flex min-h-11 items-center gap-2 rounded-edge px-3 font-semibold text-note after:absolute after:inset-x-3 after:bottom-0 after:h-0.75 after:rounded-full min-[72rem]:min-h-14 min-[72rem]:flex-col min-[72rem]:justify-center min-[72rem]:gap-0.5 ${looks[current ? "here" : "elsewhere"]}`}
    >
      <Icon aria-hidden className="size-5" />
      {name}
    </Link>
  );
}
