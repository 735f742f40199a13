import { putEvent } from "../aws/events";
import type { Message } from "../aws/queues";
import { Json } from "../controls/json";
import { Outcome } from "../controls/notice";
import { Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { useAction } from "../live/use-action";
import { deadEventOf } from "./dead-event";

interface MessageItemProps {
  readonly message: Message;
  readonly onRemove: (message: Message, said: string) => void;
}

/** One message; an event that could not be delivered can be put on its bus once more. */
export function MessageItem({ message, onRemove }: MessageItemProps) {
  const { MessageId, Body, Attributes, MessageAttributes } = message;
  const event = deadEventOf(message);
  const action = useAction();
  const again = () =>
    void action.run(async () => {
      if (event === undefined) return "";
      await putEvent(event);
      onRemove(message, `Put ${event.type} on ${event.bus} again`);
      return "";
    });
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
  return (
    <li>
      <Unfold
        summary={
          <>
            <Time at={Number(Attributes.SentTimestamp ?? 0)} />
            <span class="row-main">
              <span class="row-title">{event?.type ?? MessageId}</span>
              <span class="faint">{MessageAttributes.ERROR_MESSAGE?.StringValue ?? ""}</span>
            </span>
          </>
        }
      >
        {() => (
          <>
            {attributes.length > 0 && (
              <Json value={Object.fromEntries(attributes)} label="Message attributes" />
            )}
            <Json value={Body} label="Body" />
            <p class="faint">Received {Attributes.ApproximateReceiveCount ?? "0"} times</p>
            <div class="actions">
              {event !== undefined && (
                <button type="button" class="quiet" onClick={again}>
                  Put on its bus again
                </button>
              )}
              <button type="button" class="quiet" onClick={() => onRemove(message, "Deleted")}>
                Delete message
              </button>
            </div>
            <Outcome action={action} />
          </>
        )}
      </Unfold>
    </li>
  );
}
