import { Stage } from "./stage";

/** Nothing is known, or too long ago to be true: nobody stands here to press a button. */
export function Offline() {
  return (
    <Stage picture="unplugged" title="No connection" role="alert">
      <p>The board comes back by itself. Until then, numbers are called at the counter.</p>
    </Stage>
  );
}
