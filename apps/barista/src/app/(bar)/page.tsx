import { QueueGate } from "@/components/queue/queue-gate";

export default function QueuePage() {
  return <QueueGate />;
}
