/** Names that rules, tables and workshop exercises know: the same on AWS and on one machine. */
export const eventSource = "awsserverlessda.serverlesspresso";

/** The shop of a request or an event that names none. */
export const defaultEventId = "default";

/** The shop in which staff practise. */
export const trainingEventId = "training";

/** The stage whose names carry no suffix. */
export const defaultStage = "default";

export interface Names {
  eventBus: string;
  orderTable: string;
  configTable: string;
  countingTable: string;
  validatorTable: string;
  eventLogGroup: string;
  workflow: string;
  /** Puts a stage's suffix behind any other name, for example a function's. */
  of(name: string): string;
}

/** The fixed names of one stage; stages other than `default` append `-STAGE`. */
export function namesOf(stage: string): Names {
  const of = (name: string) => (stage === defaultStage ? name : `${name}-${stage}`);
  return {
    eventBus: of("Serverlesspresso"),
    orderTable: of("serverlesspresso-order-table"),
    configTable: of("serverlesspresso-config-table"),
    countingTable: of("serverlesspresso-counting-table"),
    validatorTable: of("serverlesspresso-validator"),
    eventLogGroup: of("/aws/events/serverlesspressoEventBus"),
    workflow: of("OrderProcessor"),
    of,
  };
}
