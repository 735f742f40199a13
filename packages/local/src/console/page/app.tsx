import type { ComponentType } from "preact";
import { CodesView } from "./codes/codes-view";
import { Icon, type IconName } from "./controls/icon";
import { EventsView } from "./events/events-view";
import { ExecutionsRoom } from "./executions/executions-room";
import { connection } from "./live/connection";
import { useObserved } from "./live/observed";
import { LogsView } from "./logs/logs-view";
import { QueuesView } from "./queues/queues-view";
import { hashOf, type Route, useRoute } from "./routing/route";
import { RulesRoom } from "./rules/rules-room";
import { TablesView } from "./tables/tables-view";
import { TimelineView } from "./timeline/timeline-view";

interface Room {
  readonly name: IconName;
  readonly title: string;
  readonly View: ComponentType<{ route: Route }>;
}

const rooms: readonly [Room, ...Room[]] = [
  { name: "events", title: "Events", View: EventsView },
  { name: "rules", title: "Rules", View: RulesRoom },
  { name: "executions", title: "Executions", View: ExecutionsRoom },
  { name: "timeline", title: "Timeline", View: TimelineView },
  { name: "tables", title: "Tables", View: TablesView },
  { name: "logs", title: "Logs", View: LogsView },
  { name: "queues", title: "Queues", View: QueuesView },
  { name: "codes", title: "Sign-in codes", View: CodesView },
];

export function App() {
  const route = useRoute();
  const room = rooms.find(({ name }) => name === route.path[0]) ?? rooms[0];
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the view
      </button>
      <header class="side">
        <p class="brand">
          AWS <span>on one machine</span>
        </p>
        <nav aria-label="Services">
          {rooms.map(({ name, title }) => (
            <a key={name} href={hashOf([name])} aria-current={name === room.name ? "page" : undefined}>
              <Icon name={name} />
              {title}
            </a>
          ))}
        </nav>
        <Connection />
      </header>
      <main id="main" tabIndex={-1}>
        <room.View route={route} key={room.name} />
      </main>
    </>
  );
}

function Connection() {
  const isUp = useObserved(connection);
  return (
    <p class={isUp ? "connection" : "connection lost"} role="status">
      {isUp ? `live · ${location.host}` : "The machine does not answer; trying again"}
    </p>
  );
}
