import { useState } from "preact/hooks";
import {
  deleteMessage,
  lookAtMessages,
  type Message,
  purgeQueue,
  type Queue,
  sendMessage,
} from "../aws/queues";
import { ConfirmButton } from "../controls/confirm-button";
import { JsonField } from "../controls/field";
import { Instead, Outcome } from "../controls/notice";
import { Panel, View } from "../controls/view";
import { type Action, useAction } from "../live/use-action";
import { hashOf } from "../routing/route";
import { MessageItem } from "./message-item";
import { Redrive } from "./redrive";

interface QueueViewProps {
  readonly queue: Queue;
  readonly queues: readonly Queue[];
  readonly onChange: () => void;
}

/** One queue: its messages, sending, and moving them back. */
export function QueueView({ queue, queues, onChange }: QueueViewProps) {
  const action = useAction();
  const [messages, setMessages] = useState<readonly Message[]>();
  const doing = (work: () => Promise<string>) =>
    void action.run(async () => {
      const said = await work();
      onChange();
      return said;
    });
  const look = async () => {
    setMessages(await lookAtMessages(queue.url));
    return "";
  };
  return (
    <View
      title={queue.name}
      about={<a href={hashOf(["queues"])}>All queues</a>}
      actions={
        <ConfirmButton
          label="Purge"
          question={`Delete every message of ${queue.name}?`}
          confirm="Delete them"
          onConfirm={() =>
            doing(async () => {
              await purgeQueue(queue.url);
              setMessages([]);
              return "Purged";
            })
          }
        />
      }
    >
      <p class="numbers">
        <strong>{queue.waiting}</strong> waiting <strong>{queue.inFlight}</strong> in flight{" "}
        <strong>{queue.delayed}</strong> delayed
      </p>
      <div class="columns">
        <Panel
          title="Messages"
          actions={
            <button type="button" class="primary" onClick={() => doing(look)}>
              Look at messages
            </button>
          }
        >
          <Messages queue={queue} messages={messages} action={action} onDo={doing} onLook={look} />
        </Panel>
        <div class="stack">
          <Redrive queue={queue} queues={queues} onChange={onChange} />
          <SendMessage queue={queue} onChange={onChange} />
        </div>
      </div>
    </View>
  );
}

interface MessagesProps {
  readonly queue: Queue;
  readonly messages: readonly Message[] | undefined;
  readonly action: Action;
  readonly onDo: (work: () => Promise<string>) => void;
  readonly onLook: () => Promise<string>;
}

function Messages({ queue, messages, action, onDo, onLook }: MessagesProps) {
  const remove = (message: Message, said: string) =>
    onDo(async () => {
      await deleteMessage(queue.url, message);
      await onLook();
      return said;
    });
  return (
    <>
      <Outcome action={action} />
      {messages === undefined || messages.length === 0 ? (
        <Instead
          loading={false}
          none={
            messages === undefined
              ? "Looking counts as receiving, as on AWS: up to ten at a time."
              : "No message."
          }
        />
      ) : (
        <ul class="rows">
          {messages.map((message) => (
            <MessageItem key={message.MessageId} message={message} onRemove={remove} />
          ))}
        </ul>
      )}
    </>
  );
}

function SendMessage({ queue, onChange }: { queue: Queue; onChange: () => void }) {
  const [body, setBody] = useState("{}");
  const action = useAction();
  const send = () =>
    action.run(async () => {
      await sendMessage(queue.url, body);
      onChange();
      return "Sent";
    });
  return (
    <details class="panel fold">
      <summary>Send a message</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <JsonField label="Body" value={body} onChange={setBody} hint="Any text will do" />
        <div class="actions">
          <button type="submit" class="primary">
            Send message
          </button>
        </div>
        <Outcome action={action} />
      </form>
    </details>
  );
}
