import { resourceOf } from "../aws/arn";
import { listQueues, type Queue } from "../aws/queues";
import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";
import { hashOf, type Route } from "../routing/route";
import { QueueView } from "./queue-view";

/** `queues` and `queues/NAME` */
export function QueuesView({ route }: { route: Route }) {
  const { value: queues, problem, refresh } = usePolled(listQueues, [], 2000);
  const name = route.path[1];
  const queue = queues?.find((each) => each.name === name);
  if (queue !== undefined) {
    return <QueueView key={name} queue={queue} queues={queues ?? []} onChange={refresh} />;
  }
  if (queues === undefined || queues.length === 0 || name !== undefined) {
    return (
      <View title="Queues">
        <Instead
          problem={problem}
          loading={queues === undefined}
          none={name === undefined ? "No queue." : `There is no queue ${name}.`}
        />
      </View>
    );
  }
  return (
    <View title="Queues" about="What waits in SQS, among it what could not be delivered.">
      <table>
        <thead>
          <tr>
            <th scope="col">Queue</th>
            <th scope="col" class="number">
              Waiting
            </th>
            <th scope="col" class="number">
              In flight
            </th>
            <th scope="col" class="number">
              Delayed
            </th>
            <th scope="col" class="dead-letters">
              Dead letters go to
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map((each) => (
            <QueueRow key={each.arn} queue={each} />
          ))}
        </tbody>
      </table>
    </View>
  );
}

function QueueRow({ queue }: { queue: Queue }) {
  return (
    <tr>
      <td>
        <a class="row-title" href={hashOf(["queues", queue.name])}>
          {queue.name}
        </a>
      </td>
      <td class={queue.waiting > 0 ? "number strong" : "number"}>{queue.waiting}</td>
      <td class="number">{queue.inFlight}</td>
      <td class="number">{queue.delayed}</td>
      <td class="faint dead-letters">
        {queue.deadLetters === undefined ? "" : resourceOf(queue.deadLetters).name}
      </td>
    </tr>
  );
}
