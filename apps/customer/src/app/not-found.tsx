import { NotFoundScreen } from "@/components/page/not-found-screen";

export default function NotFound() {
  return <NotFoundScreen />;
}
