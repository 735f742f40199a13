import type { Names } from "@serverlesspresso/contracts/names";
import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** Where events end that could not be delivered or handled; anything in there raises an alarm. */
export class DeadLetters extends Construct {
  readonly events: Queue;
  readonly functions: Queue;

  constructor(scope: Construct, names: Names) {
    super(scope, "DeadLetters");
    this.events = this.#queue("Events", names.of("serverlesspresso-events-dlq"));
    this.functions = this.#queue("Functions", names.of("serverlesspresso-functions-dlq"));
  }

  #queue(id: string, queueName: string): Queue {
    const queue = new Queue(this, id, { queueName, retentionPeriod: Duration.days(14), enforceSSL: true });
    new Alarm(this, `${id}Alarm`, {
      alarmDescription: `${queueName} holds events that nobody handled`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    return queue;
  }
}
