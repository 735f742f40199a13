// The console page: reads the AWS port's own JSON API and shows it. Text only ever enters as text nodes.

const state = { tab: "Events", chosen: {}, filter: "", turn: 0 };
const $ = (id) => document.getElementById(id);

async function aws(target, input = {}, version = "1.1") {
  const response = await fetch("/", {
    method: "POST",
    headers: { "x-amz-target": target, "content-type": `application/x-amz-json-${version}` },
    body: JSON.stringify(input),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.__type}: ${answer.message ?? answer.Message}`);
  return answer;
}

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

function table(columns, rows, empty) {
  if (rows.length === 0) return h("p", { class: "faint" }, empty);
  const head = h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)));
  const body = rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell ?? ""))));
  return h("table", {}, h("thead", {}, head), h("tbody", {}, ...body));
}

function details(summary, value) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return h(
    "details",
    { "data-key": summary + text.slice(0, 80) },
    h("summary", {}, summary),
    h("pre", {}, text),
  );
}

function choice(label, key, options) {
  if (!options.includes(state.chosen[key])) state.chosen[key] = options[0];
  const onchange = (event) => {
    state.chosen[key] = event.target.value;
    refresh();
  };
  const items = options.map((value) => h("option", { value, selected: value === state.chosen[key] }, value));
  return h("label", {}, label, h("select", { onchange }, ...items));
}

function search(label) {
  const oninput = (event) => {
    state.filter = event.target.value;
    refresh();
  };
  return h("label", {}, label, h("input", { type: "search", value: state.filter, oninput }));
}

const time = (value) => {
  const date = typeof value === "number" && value < 1e11 ? new Date(value * 1000) : new Date(value);
  const milliseconds = String(date.getMilliseconds()).padStart(3, "0");
  return `${date.toLocaleTimeString([], { hour12: false })}.${milliseconds}`;
};
const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};
const arnName = (arn) => arn.split(":").slice(6).join(":").replace(/:\*$/, "");

async function allRules() {
  const { EventBuses } = await aws("AWSEvents.ListEventBuses");
  const perBus = EventBuses.map(async ({ Name }) => {
    const { Rules } = await aws("AWSEvents.ListRules", { EventBusName: Name });
    return Promise.all(
      Rules.map(async (rule) => {
        const input = { Rule: rule.Name, EventBusName: Name };
        const { Targets } = await aws("AWSEvents.ListTargetsByRule", input);
        return { bus: Name, rule, targets: Targets.map((target) => target.Arn) };
      }),
    );
  });
  return (await Promise.all(perBus)).flat();
}

/** The event that starts a workflow, read from the rules: what one most likely wants to send by hand. */
function exampleEvent(rules) {
  const found =
    rules.find(({ targets }) => targets.some((arn) => arn.includes(":stateMachine:"))) ?? rules[0];
  const pattern = JSON.parse(found?.rule.EventPattern ?? "{}");
  return {
    bus: found?.bus ?? "default",
    source: pattern.source?.[0] ?? "",
    type: pattern["detail-type"]?.[0] ?? "",
  };
}

async function sendForm() {
  const rules = await allRules();
  const example = exampleEvent(rules);
  const result = h("span", { role: "status" });
  const field = (label, name, value) => h("label", {}, label, h("input", { name, value, required: true }));
  const detail = h("textarea", { name: "Detail", spellcheck: "false" }, '{"userId":"1","orderId":"1"}');
  const onsubmit = async (event) => {
    event.preventDefault();
    const entry = Object.fromEntries(new FormData(event.target));
    try {
      const { Entries } = await aws("AWSEvents.PutEvents", { Entries: [entry] });
      result.textContent = Entries[0].EventId
        ? `sent: ${Entries[0].EventId}`
        : `refused: ${Entries[0].ErrorMessage}`;
    } catch (cause) {
      result.textContent = cause.message;
    }
    refresh();
  };
  return h(
    "form",
    { onsubmit },
    field("Bus", "EventBusName", example.bus),
    field("Source", "Source", example.source),
    field("Detail type", "DetailType", example.type),
    h("label", {}, "Detail", detail),
    h("button", { class: "primary" }, "Send event"),
    result,
  );
}

const tabs = {
  Events: {
    controls: sendForm,
    async view() {
      const arns = (await allRules())
        .flatMap(({ targets }) => targets)
        .filter((arn) => arn.includes(":logs:"));
      const groups = [...new Set(arns.map(arnName))];
      const events = (await Promise.all(groups.map((group) => lastLogEvents(group)))).flat();
      const rows = events.map(({ message, timestamp }) => {
        const event = JSON.parse(message);
        return [time(timestamp), event.source, details(event["detail-type"], event.detail)];
      });
      return table(["Time", "Source", "Event"], rows, "No event yet. Send one above.");
    },
  },
  Executions: {
    async view() {
      const { stateMachines } = await aws("AWSStepFunctions.ListStateMachines", {}, "1.0");
      const lists = stateMachines.map(({ stateMachineArn }) =>
        aws("AWSStepFunctions.ListExecutions", { stateMachineArn, maxResults: 50 }, "1.0"),
      );
      const executions = (await Promise.all(lists)).flatMap((list) => list.executions);
      const rows = executions.map((each) => [time(each.startDate), each.status, showHistory(each)]);
      return table(["Started", "Status", "Execution"], rows, "No execution yet.");
    },
  },
  Tables: {
    async controls() {
      return choice("Table", "table", (await aws("DynamoDB_20120810.ListTables", {}, "1.0")).TableNames);
    },
    async view() {
      if (!state.chosen.table) return table([], [], "No table.");
      const input = { TableName: state.chosen.table, Limit: 200 };
      const { Items } = await aws("DynamoDB_20120810.Scan", input, "1.0");
      const rows = Items.map(plainItem).map(({ PK, SK, ...rest }) => [
        PK,
        SK,
        details(Object.keys(rest).join(", "), rest),
      ]);
      return table(["PK", "SK", "Attributes"], rows, "The table is empty.");
    },
  },
  Logs: {
    async controls() {
      const { logGroups } = await aws("Logs_20140328.DescribeLogGroups");
      return h(
        "div",
        { class: "row" },
        choice(
          "Log group",
          "group",
          logGroups.map((group) => group.logGroupName),
        ),
        search("Contains"),
      );
    },
    async view() {
      if (!state.chosen.group) return table([], [], "No log group yet.");
      const events = await lastLogEvents(state.chosen.group);
      const rows = events
        .filter(({ message }) => message.toLowerCase().includes(state.filter.toLowerCase()))
        .map(({ timestamp, message }) => [time(timestamp), h("pre", {}, pretty(message))]);
      return table(["Time", "Message"], rows, "Nothing here yet.");
    },
  },
  Rules: {
    async view() {
      const rows = (await allRules()).map(({ bus, rule, targets }) => [
        rule.Name,
        bus,
        h("pre", {}, rule.ScheduleExpression ?? pretty(rule.EventPattern)),
        h("pre", {}, targets.map((arn) => arn.split(":").slice(2).filter(Boolean).join(" ")).join("\n")),
      ]);
      return table(["Rule", "Bus", "Pattern or schedule", "Targets"], rows, "No rule.");
    },
  },
  Queues: {
    async view() {
      const { QueueUrls = [] } = await aws("AmazonSQS.ListQueues", {}, "1.0");
      const rows = QueueUrls.map(async (QueueUrl) => {
        const { Attributes } = await aws(
          "AmazonSQS.GetQueueAttributes",
          { QueueUrl, AttributeNames: ["All"] },
          "1.0",
        );
        const peek = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
        const waiting = Number(Attributes.ApproximateNumberOfMessages);
        const { Messages = [] } = waiting > 0 ? await aws("AmazonSQS.ReceiveMessage", peek, "1.0") : {};
        const bodies = h(
          "div",
          {},
          ...Messages.map(({ MessageId, Body }) => details(MessageId, pretty(Body))),
        );
        return [QueueUrl.split("/").at(-1), String(waiting), bodies];
      });
      return table(["Queue", "Messages", ""], await Promise.all(rows), "No queue.");
    },
  },
  Codes: {
    async view() {
      const entries = await (await fetch("/_local/inbox")).json();
      const rows = entries.map(({ to, code, at }) => [time(at), to, h("strong", {}, code)]);
      return table(["Time", "To", "Code"], rows, "No code was sent yet.");
    },
  },
};

async function lastLogEvents(logGroupName) {
  const startTime = Date.now() - 24 * 60 * 60 * 1000;
  let newest = [];
  let nextToken;
  do {
    const page = await aws("Logs_20140328.FilterLogEvents", { logGroupName, startTime, nextToken });
    newest = newest.concat(page.events).slice(-200);
    nextToken = page.nextToken;
  } while (nextToken);
  return newest.reverse();
}

function showHistory({ executionArn, name }) {
  const body = h("div", {});
  const ontoggle = async (event) => {
    if (!event.target.open) return;
    const { events } = await aws(
      "AWSStepFunctions.GetExecutionHistory",
      { executionArn, maxResults: 500 },
      "1.0",
    );
    const rows = events.map(({ id, timestamp, type, ...rest }) => {
      const detail = Object.values(rest).find((value) => typeof value === "object") ?? {};
      return [String(id), time(timestamp), details(`${type} ${detail.name ?? ""}`, detail)];
    });
    swap(body, table(["", "Time", "Event"], rows, "No history."));
  };
  return h("details", { ontoggle, "data-key": executionArn }, h("summary", {}, name), body);
}

function plainItem(item) {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

function plain(value) {
  const [[type, content]] = Object.entries(value);
  if (type === "M") return plainItem(content);
  if (type === "L") return content.map(plain);
  if (type === "N") return Number(content);
  return type === "NULL" ? null : content;
}

/** Puts a new view in place of the old one; what was unfolded stays so, with what it had loaded. */
function swap(parent, view) {
  const old = [...parent.querySelectorAll("details[open]")];
  const open = new Map(old.map((each) => [each.dataset.key, each]));
  for (const each of view.querySelectorAll("details")) {
    const before = open.get(each.dataset.key);
    if (before === undefined) continue;
    each.querySelector(":scope > div")?.replaceChildren(...before.querySelector(":scope > div").childNodes);
    each.open = true;
  }
  parent.replaceChildren(view);
}

/** Draws the current tab again. */
async function refresh() {
  const turn = ++state.turn;
  try {
    const view = await tabs[state.tab].view();
    if (turn !== state.turn) return;
    swap($("view"), view);
    $("state").textContent = "live";
    $("state").className = "";
  } catch (cause) {
    $("state").textContent = cause.message;
    $("state").className = "bad";
  }
}

async function show(tab) {
  state.tab = tab;
  state.filter = "";
  $("title").textContent = tab;
  $("view").replaceChildren();
  $("controls").replaceChildren();
  drawTabs();
  try {
    const controls = await tabs[tab].controls?.();
    if (state.tab === tab && controls !== undefined) $("controls").replaceChildren(controls);
  } catch (cause) {
    $("state").textContent = cause.message;
  }
  await refresh();
}

function drawTabs() {
  const button = (tab) =>
    h(
      "button",
      { type: "button", "aria-current": tab === state.tab && "page", onclick: () => show(tab) },
      tab,
    );
  $("tabs").replaceChildren(...Object.keys(tabs).map(button));
}

await show(state.tab);
setInterval(() => document.visibilityState === "visible" && refresh(), 2000);
