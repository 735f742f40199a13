import { dayAttributes } from "@serverlesspresso/contracts/day-attributes";
import type { Names } from "@serverlesspresso/contracts/names";
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";

const text = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

/** The four tables; the order table's sparse indexes hold only what is open, pending or due. */
export class Tables extends Construct {
  readonly orders: Table;
  readonly config: Table;
  readonly counting: Table;
  readonly validator: Table;

  constructor(scope: Construct, names: Names) {
    super(scope, "Tables");
    this.orders = this.#table("Orders", {
      tableName: names.orderTable,
      partitionKey: text("PK"),
      sortKey: text("SK"),
      timeToLiveAttribute: "expiresAt",
    });
    this.#index("by-customer", "USERID", "TS", ProjectionType.ALL);
    this.#index("by-barista", "baristaUserId", "TS", ProjectionType.KEYS_ONLY);
    this.#index("live", "LIVE", "TS", ProjectionType.ALL);
    // A day may have thousands of orders: what is read of each is what its list and the figures need.
    this.#index("day", "shopDay", "TS", ProjectionType.INCLUDE, [...dayAttributes]);
    this.#index("pending", "PENDING", "pendingSince", ProjectionType.KEYS_ONLY);
    this.#index("due", "DUE", "due", ProjectionType.KEYS_ONLY);
    this.config = this.#table("Config", { tableName: names.configTable, partitionKey: text("PK") });
    this.counting = this.#table("Counting", { tableName: names.countingTable, partitionKey: text("PK") });
    this.validator = this.#table("Validator", {
      tableName: names.validatorTable,
      partitionKey: text("PK"),
      timeToLiveAttribute: "expiresAt",
    });
  }

  get all(): readonly Table[] {
    return [this.orders, this.config, this.counting, this.validator];
  }

  #table(id: string, props: TableProps): Table {
    return new Table(this, id, {
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // Not where its very creation is rolled back: what a first deploy left behind would be in the next one's way.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...props,
    });
  }

  #index(
    indexName: string,
    partition: string,
    sort: string,
    projectionType: ProjectionType,
    nonKeyAttributes?: string[],
  ): void {
    this.orders.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(partition),
      sortKey: number(sort),
      projectionType,
      ...(nonKeyAttributes && { nonKeyAttributes }),
    });
  }
}
