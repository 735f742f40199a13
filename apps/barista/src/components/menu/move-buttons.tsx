import { ArrowDown, ArrowUp } from "lucide-react";
import { IconButton } from "./icon-button";

interface MoveButtonsProps {
  name: string;
  at: number;
  count: number;
  onMove(by: 1 | -1): void;
}

/** Up and down by one place: surer than dragging, with wet hands and with keys. */
export function MoveButtons({ name, at, count, onMove }: MoveButtonsProps) {
  return (
    <>
      <IconButton label={`Move ${name} up`} icon={ArrowUp} disabled={at === 0} onClick={() => onMove(-1)} />
      <IconButton
        label={`Move ${name} down`}
        icon={ArrowDown}
        disabled={at === count - 1}
        onClick={() => onMove(1)}
      />
    </>
  );
}
