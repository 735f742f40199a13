import { CircleAlert, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  info: { icon: Info, box: "border-hairline bg-enamel", text: "text-ink" },
  ageing: { icon: Clock, box: "border-ageing bg-ageing/10", text: "text-ageing" },
  late: { icon: CircleAlert, box: "border-late bg-late/10", text: "text-late" },
} as const;

interface BannerProps {
  tone?: keyof typeof looks;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** A strip that tells what is different now; announced, an icon and words beside its colour. */
export function Banner({ tone = "info", title, children, action, className = "" }: BannerProps) {
  const { icon: Icon, box, text } = looks[tone];
  return (
    <div
      role={tone === "late" ? "alert" : "status"}
      className={`flex items-start gap-3 rounded-edge border p-4 ${box} ${className}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${text}`} />
      <div className="flex-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 text-note">{children}</div>}
      </div>
      {action}
    </div>
  );
}
