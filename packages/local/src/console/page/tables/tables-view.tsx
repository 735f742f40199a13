import { describeTable, listTables } from "../aws/tables";
import { SelectField } from "../controls/field";
import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";
import { go, type Route } from "../routing/route";
import { Items } from "./items";
import { searchOf } from "./search";
import { SearchForm } from "./search-form";

/** `tables` and `tables/NAME`, the search in the query */
export function TablesView({ route }: { route: Route }) {
  const tables = usePolled(listTables, [], 5000);
  const name = route.path[1] ?? tables.value?.[0] ?? "";
  const table = usePolled(async () => (name === "" ? undefined : describeTable(name)), [name], 0);
  const search = searchOf(route.query);
  const problem = tables.problem ?? table.problem;
  return (
    <View title="Tables" about="What DynamoDB holds.">
      <div class="filters">
        <SelectField label="Table" value={name} onChange={(next) => go(["tables", next])}>
          {[...new Set([...(tables.value ?? []), name])].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
      </div>
      {table.value === undefined ? (
        <Instead problem={problem} loading={tables.value === undefined || name !== ""} none="No table." />
      ) : (
        <>
          <SearchForm key={name} table={table.value} search={search} />
          <Items key={`${name} ${JSON.stringify(search)}`} table={table.value} search={search} />
        </>
      )}
    </View>
  );
}
