import { useOutbox } from "@serverlesspresso/client/use-command-outbox";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

interface LeaveDialogProps {
  /** Whether the shop has been asked for long enough. */
  unanswered: boolean;
  onLeave(): void;
  onStay(): void;
}

/** Before somebody leaves whose taps are not answered yet: nobody else sends them from this device. */
export function LeaveDialog({ unanswered, onLeave, onStay }: LeaveDialogProps) {
  const { commands } = useOutbox();
  const taps = commands.length === 1 ? "1 tap is" : `${commands.length} taps are`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={unanswered ? `${taps} not sent yet` : "Sending your last taps…"}
      description={
        unanswered
          ? "The shop does not answer. They stay on this device and are sent when you are back behind this bar: until then those orders stand as they were."
          : "This takes a moment."
      }
    >
      <div className="flex flex-wrap gap-3">
        <Button size="large" onClick={onStay}>
          Stay
        </Button>
        {unanswered && (
          <Button variant="danger" size="large" onClick={onLeave}>
            Leave all the same
          </Button>
        )}
      </div>
    </Dialog>
  );
}
