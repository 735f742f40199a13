import { useState } from "preact/hooks";
import { type Item, plainItem } from "../aws/attribute-value";
import { readPage, type Table } from "../aws/tables";
import { CopyButton } from "../controls/copy-button";
import { Json } from "../controls/json";
import { Instead } from "../controls/notice";
import { Unfold } from "../controls/unfold";
import { usePolled } from "../live/use-polled";
import { requestOf, type Search } from "./search";

interface ItemsProps {
  readonly table: Table;
  readonly search: Search;
}

/** The items that a search finds, a page at a time. */
export function Items({ table, search }: ItemsProps) {
  /** The keys at which the pages begin, up to the one that is shown. */
  const [starts, setStarts] = useState<readonly (Item | undefined)[]>([undefined]);
  const { operation, input } = requestOf(table, search);
  const ExclusiveStartKey = starts.at(-1);
  const request = { ...input, ...(ExclusiveStartKey && { ExclusiveStartKey }) };
  const { value, problem } = usePolled(() => readPage(operation, request), [operation, request], 3000);
  if (value === undefined) return <Instead problem={problem} loading none="" />;
  const next = value.LastEvaluatedKey;
  const { partition, sort } = table.indexes[0];
  const keys = [partition.name, ...(sort === undefined ? [] : [sort.name])];
  return (
    <section aria-label="Items">
      <p class="count" role="status">
        Page {starts.length}: {value.Items.length} items
        {value.Items.length === 0 && next !== undefined && " pass the filter; there are more pages"}
      </p>
      {value.Items.length === 0 && next === undefined && <Instead loading={false} none="No item." />}
      <ul class="rows">
        {value.Items.map((item) => (
          <ItemRow key={JSON.stringify(keys.map((key) => item[key]))} item={item} keys={keys} />
        ))}
      </ul>
      <div class="actions">
        <button type="button" disabled={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
          Page before
        </button>
        <button type="button" disabled={next === undefined} onClick={() => setStarts([...starts, next])}>
          Next page
        </button>
      </div>
    </section>
  );
}

function ItemRow({ item, keys }: { item: Item; keys: readonly string[] }) {
  const plain = plainItem(item);
  const others = Object.entries(plain)
    .filter(([name]) => !keys.includes(name))
    .sort(([one], [other]) => one.localeCompare(other));
  return (
    <li>
      <Unfold
        summary={
          <>
            <span class="row-title keys">
              {keys.map((key) => (
                <span key={key}>
                  <span class="faint">{key} </span>
                  {text(plain[key])}
                </span>
              ))}
            </span>
            <span class="row-rest">
              {others.map(([name, value]) => (
                <span key={name}>
                  <span class="faint">{name} </span>
                  {text(value)}
                </span>
              ))}
            </span>
          </>
        }
      >
        {() => (
          <>
            <Json value={plain} label="Item" />
            <div class="actions">
              <CopyButton text={JSON.stringify(plain, null, 2)} label="Copy JSON" />
              <CopyButton text={JSON.stringify(item, null, 2)} label="Copy DynamoDB JSON" />
            </div>
          </>
        )}
      </Unfold>
    </li>
  );
}

const longest = 48;

function text(value: unknown): string {
  const whole = typeof value === "string" ? value : JSON.stringify(value);
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
