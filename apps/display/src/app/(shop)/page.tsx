import { BoardGate } from "@/components/board-gate";

export default function BoardPage() {
  return <BoardGate />;
}
