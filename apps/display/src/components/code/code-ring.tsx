interface CodeRingProps {
  /** How much of it is gone, 0 to 1. */
  gone: number;
}

/** From the middle of the upper edge clockwise, just inside the box. */
const path =
  "M50 .5H97A2.5 2.5 0 0 1 99.5 3V97A2.5 2.5 0 0 1 97 99.5H3A2.5 2.5 0 0 1 .5 97V3A2.5 2.5 0 0 1 3 .5Z";

/** A line around the code that goes as its time does, a little each second; in tenths where motion is not wanted. */
export function CodeRing({ gone }: CodeRingProps) {
  return (
    <svg aria-hidden viewBox="0 0 100 100" fill="none" strokeWidth={1} className="absolute inset-0 size-full">
      <path d={path} className="stroke-hairline" />
      <path
        d={path}
        pathLength={1}
        strokeDasharray={1}
        strokeDashoffset={-gone}
        className="stroke-copper motion-reduce:hidden"
      />
      <path
        d={path}
        pathLength={1}
        strokeDasharray={1}
        strokeDashoffset={-Math.floor(gone * 10) / 10}
        className="stroke-copper motion-safe:hidden"
      />
    </svg>
  );
}
