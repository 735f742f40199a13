import { type Check, find, rowsOf } from "./check";
import type { Message, ModelState } from "./model-state";

const messagesIn = (state: ModelState): Message[] => [
  ...state.bus,
  ...state.deadLetters,
  ...rowsOf(state).flatMap(([, { pending }]) => pending.flatMap(({ event }) => event ?? [])),
];

function* told(state: ModelState) {
  for (const message of messagesIn(state)) if (message.type === "changed") yield message;
  for (const [order, { version, state: shown }] of Object.entries(state.views))
    yield { order, version, state: shown };
}

export const nothingElseTold: Check = ({ world, state }) =>
  find(told(state), ({ order, version, state: said }) => {
    const row = state.rows[order];
    if (version === 0) return null;
    const isSo =
      row !== undefined && (version < row.version || (version === row.version && said === row.state));
    return (
      !isSo &&
      `version ${version} of ${order} is told as ${said}; the row says ${row?.state}, ${row?.version}`
    );
  }) ??
  find(state.executions, ({ name, order, at }) => {
    const isCollected = state.rows[order]?.state === "COLLECTED";
    return (
      at === "finished" &&
      !isCollected &&
      !world.setting.handTokens &&
      `${name} told that ${order} is finished`
    );
  });

export const viewsCatchUp: Check = ({ world, state, isQuiet }) =>
  !isQuiet || !world.setting.phones
    ? null
    : find(rowsOf(state), ([order, row]) => {
        const shown = state.views[order];
        const isFirst = row.version === 1 && row.state === "REQUESTED";
        const isBehind = !isFirst && (shown?.version !== row.version || shown.state !== row.state);
        return isBehind && `the phone shows ${order} as ${shown?.state ?? "nothing"}; it is ${row.state}`;
      });

export const viewsGoForward: Check = ({ before, state }) =>
  find(Object.entries(before?.views ?? {}), ([order, was]) => {
    const now = state.views[order];
    return (
      now !== undefined &&
      now.version < was.version &&
      `the phone went back from version ${was.version} to ${now.version}`
    );
  });

export const oneWins: Check = ({ state }) => {
  const seen = new Map<string, string>();
  return find(told(state), ({ order, version, state: said }) => {
    const other = seen.get(`${order}/${version}`);
    seen.set(`${order}/${version}`, said);
    return (
      other !== undefined && other !== said && `version ${version} of ${order} is both ${other} and ${said}`
    );
  });
};
