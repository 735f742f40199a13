import type { Names } from "@serverlesspresso/contracts/names";
import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";

const meanings = {
  followUps: "commands that died before they had told of their change",
  timedOut: "orders whose workflow was dead when their time was up",
  leases: "places that no workflow had given back",
  failures: "rows that the sweeper could not put right",
  oldestSeconds: "an order that has been half-done for more than five minutes",
} as const;

/** What follows from a change takes a minute at most where the sweeper has to do it. */
const longestHalfDoneSeconds = 300;

/** The sweeper has nothing to do while all is well: whatever it counts is worth a look. */
export class SweeperAlarms extends Construct {
  constructor(scope: Construct, names: Names) {
    super(scope, "SweeperAlarms");
    for (const [metricName, meaning] of Object.entries(meanings)) {
      const isAge = metricName === "oldestSeconds";
      new Alarm(this, metricName, {
        alarmName: names.of(`serverlesspresso-sweeper-${metricName}`),
        alarmDescription: `The sweeper found ${meaning}`,
        metric: new Metric({
          namespace: "Serverlesspresso",
          metricName,
          statistic: isAge ? "Maximum" : "Sum",
          period: Duration.minutes(5),
        }),
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold: isAge ? longestHalfDoneSeconds : 0,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }
  }
}
