import { memo } from "react";
import { encode } from "uqr";

interface QrPictureProps {
  /** What a camera is to open. */
  url: string;
}

/** A QR code as one path, with the quiet zone that cameras need. Drawn once a code, not with every second. */
export const QrPicture = memo(function QrPicture({ url }: QrPictureProps) {
  const { data, size } = encode(url, { ecc: "M", border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code to order with a phone"
      shapeRendering="crispEdges"
      className="w-full rounded-edge bg-code-ground"
    >
      <path d={path} fill="var(--color-code-ink)" />
    </svg>
  );
});
