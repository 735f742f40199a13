import type { Machine, Service } from "../service";

/** STS: who the caller is, which many tools ask before anything else. */
export function createStsService(machine: Machine): Service {
  return {
    name: "sts",
    operations: {
      GetCallerIdentity: () => ({
        UserId: "local",
        Account: machine.account,
        Arn: `arn:aws:iam::${machine.account}:root`,
      }),
    },
  };
}
