import { QueueGate } from "@/components/queue-gate";

export default function QueuePage() {
  return <QueueGate />;
}
