import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { useEventFeed } from "../live/use-event-feed";
import { usePolled } from "../live/use-polled";
import type { Route } from "../routing/route";
import { Chooser } from "./chooser";
import { findSubject } from "./subject";
import { Way } from "./way";

/** `timeline?machine=…&execution=…`, `timeline?event=…` or `timeline?key=…&value=…` */
export function TimelineView({ route }: { route: Route }) {
  const recent = useEventFeed();
  const of = (name: string) => route.query.get(name) ?? "";
  const asked = {
    machine: of("machine"),
    execution: of("execution"),
    event: of("event"),
    value: of("value"),
  };
  const isAsked = asked.execution !== "" || asked.event !== "" || asked.value !== "";
  const isReady = recent !== undefined;
  const find = async () => (isAsked && isReady ? findSubject(asked, recent) : undefined);
  const { value: subject, problem } = usePolled(find, [asked, isReady], 4000);
  return (
    <View
      title="Timeline"
      about="One execution's way through all services, told by the values it has in common with them."
    >
      <Chooser asked={asked} />
      {isAsked &&
        (subject === undefined ? (
          <Instead problem={problem} loading={problem === undefined} none="" />
        ) : (
          <Way key={subject.title} subject={subject} recent={recent ?? []} />
        ))}
    </View>
  );
}
