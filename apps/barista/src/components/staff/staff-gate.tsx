"use client";

import { BarGate } from "../bar/bar-gate";
import { NotAManager } from "./not-a-manager";
import { StaffScreen } from "./staff-screen";

export function StaffGate() {
  return <BarGate>{({ sub, manager }) => (manager ? <StaffScreen sub={sub} /> : <NotAManager />)}</BarGate>;
}
