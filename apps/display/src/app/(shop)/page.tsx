import { BoardGate } from "@/components/board/board-gate";

export default function BoardPage() {
  return <BoardGate />;
}
