import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

interface LeaveDialogProps {
  /** How many taps the shop has not answered. */
  taps: number;
  /** Whether it has been waited for long enough. */
  waited: boolean;
  onLeave(): void;
  onStay(): void;
}

/** Before somebody leaves whose taps are not answered yet: nobody else sends them from this device. */
export function LeaveDialog({ taps, waited, onLeave, onStay }: LeaveDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={
        waited ? `${taps === 1 ? "1 tap is" : `${taps} taps are`} not sent yet` : "Sending your last taps…"
      }
      description={
        waited
          ? "The shop does not answer. Taps on tickets stay on this device and are sent when you are back behind this bar: until then those orders stand as they were."
          : "This takes a moment."
      }
    >
      <div className="flex flex-wrap gap-3">
        <Button size="large" onClick={onStay}>
          Stay
        </Button>
        {waited && (
          <Button variant="danger" size="large" onClick={onLeave}>
            Leave all the same
          </Button>
        )}
      </div>
    </Dialog>
  );
}
