/** Without a frame to wait for, as in a tab that nobody looks at. */
const atLatestMs = 100;

/** Resolves once the next frame is painted: a tap is answered first, what it sets going comes after. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, atLatestMs);
  });
}
