import { createSweeperPorts } from "./aws/aws-ports";
import { reportSwept } from "./sweeper/report-swept";
import { sweep } from "./sweeper/sweep";

const ports = createSweeperPorts();

export async function handler(): Promise<void> {
  reportSwept(await sweep(ports), ports.clock.now());
}
