import { type Item, plainItem } from "../aws/attribute-value";
import { describeTable, listTables, readPage } from "../aws/tables";
import type { Term } from "./terms";

const mostPages = 4;
const pageSize = 500;

export interface FoundRow {
  readonly table: string;
  readonly item: Record<string, unknown>;
}

/** The rows whose key holds one of the values, as they are now; of a large table its first pages. */
export async function findRows(terms: readonly Term[]): Promise<FoundRow[]> {
  if (terms.length === 0) return [];
  const found = (await listTables()).map((table) => rowsOf(table, terms));
  return (await Promise.all(found)).flat();
}

async function rowsOf(TableName: string, terms: readonly Term[]): Promise<FoundRow[]> {
  const { indexes } = await describeTable(TableName);
  const { partition, sort } = indexes[0];
  const keys = [partition, ...(sort === undefined ? [] : [sort])].filter(({ type }) => type === "S");
  const values = terms.map(({ value }, index) => [`:value${index}`, { S: value }] as const);
  const list = values.map(([name]) => name).join(", ");
  const input = {
    TableName,
    Limit: pageSize,
    FilterExpression: keys.map((_, index) => `#key${index} IN (${list})`).join(" OR "),
    ExpressionAttributeNames: Object.fromEntries(keys.map(({ name }, index) => [`#key${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(values),
  };
  const rows: FoundRow[] = [];
  let start: Item | undefined;
  for (let page = 0; page < mostPages && keys.length > 0; page += 1) {
    const answer = await readPage("Scan", { ...input, ...(start && { ExclusiveStartKey: start }) });
    rows.push(...answer.Items.map((item) => ({ table: TableName, item: plainItem(item) })));
    start = answer.LastEvaluatedKey;
    if (start === undefined) break;
  }
  return rows;
}
