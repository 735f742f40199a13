import type { Index, KeyAttribute, Table } from "../aws/tables";

export const comparisons = ["=", "begins_with", "<", "<=", ">", ">=", "between"] as const;
export type Comparison = (typeof comparisons)[number];

/** What is asked of a table, as it stands in the address. */
export interface Search {
  readonly mode: "scan" | "query";
  /** Empty for the table itself. */
  readonly index: string;
  readonly partition: string;
  readonly comparison: Comparison;
  readonly sort: string;
  readonly sortTo: string;
  readonly newestFirst: boolean;
  /** An attribute that must be there and, unless empty, hold a text. */
  readonly attribute: string;
  readonly contains: string;
}

export function searchOf(query: URLSearchParams): Search {
  const of = (name: string) => query.get(name) ?? "";
  return {
    mode: of("mode") === "query" ? "query" : "scan",
    index: of("index"),
    partition: of("partition"),
    comparison: comparisons.find((each) => each === of("comparison")) ?? "=",
    sort: of("sort"),
    sortTo: of("sortTo"),
    newestFirst: of("newestFirst") === "true",
    attribute: of("attribute"),
    contains: of("contains"),
  };
}

export function indexOf(table: Table, name: string): Index {
  return table.indexes.find((index) => index.name === name) ?? table.indexes[0];
}

interface Request {
  readonly operation: "Query" | "Scan";
  readonly input: Readonly<Record<string, unknown>>;
}

/** The Query or Scan that answers a search. */
export function requestOf(table: Table, search: Search): Request {
  const index = indexOf(table, search.index);
  const names: Record<string, string> = {};
  const values: Record<string, object> = {};
  const input: Record<string, unknown> = {
    TableName: table.name,
    ...(index.name !== "" && { IndexName: index.name }),
  };
  if (search.attribute !== "") {
    names["#attribute"] = search.attribute;
    if (search.contains !== "") values[":contains"] = { S: search.contains };
    input.FilterExpression =
      search.contains === "" ? "attribute_exists(#attribute)" : "contains(#attribute, :contains)";
  }
  if (search.mode === "query") {
    names["#partition"] = index.partition.name;
    values[":partition"] = attributeValue(index.partition, search.partition);
    const sort = sortCondition(index.sort, search, names, values);
    input.KeyConditionExpression = `#partition = :partition${sort}`;
    input.ScanIndexForward = !search.newestFirst;
  }
  return {
    operation: search.mode === "query" ? "Query" : "Scan",
    input: {
      ...input,
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    },
  };
}

function sortCondition(
  key: KeyAttribute | undefined,
  { comparison, sort, sortTo }: Search,
  names: Record<string, string>,
  values: Record<string, object>,
): string {
  if (key === undefined || sort === "") return "";
  names["#sort"] = key.name;
  values[":sort"] = attributeValue(key, sort);
  if (comparison === "begins_with") return " AND begins_with(#sort, :sort)";
  if (comparison !== "between") return ` AND #sort ${comparison} :sort`;
  values[":sortTo"] = attributeValue(key, sortTo);
  return " AND #sort BETWEEN :sort AND :sortTo";
}

function attributeValue({ type }: KeyAttribute, text: string): object {
  return { [type]: text };
}
