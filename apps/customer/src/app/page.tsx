import { EnterScreen } from "@/components/enter/enter-screen";

export default function HomePage() {
  return <EnterScreen />;
}
