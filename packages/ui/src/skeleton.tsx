interface SkeletonProps {
  /** Gives width and height, in the shape of what comes. */
  className: string;
}

/** A still block in the place of what is being fetched. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden className={`block rounded-edge bg-hairline/60 ${className}`} />;
}
