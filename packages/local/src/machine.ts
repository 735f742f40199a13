import { basename } from "node:path";
import { type Addresses, addressesOf } from "./addresses";
import { AwsError } from "./aws-error";
import { type AwsServices, createAwsServer } from "./aws-server";
import { Clock } from "./clock";
import { emptyDataFolder, markDataFolder, takeDataFolder } from "./data-folder";
import { readAssets } from "./deploy/assets";
import { Deployment } from "./deploy/deployment";
import { readTemplate } from "./deploy/template";
import { dispatch } from "./dispatch";
import { endSurvivor } from "./dynamodb/engine";
import { currentCaller } from "./faults/caller";
import { Faults } from "./faults/faults";
import { applyFixtures } from "./fixtures/apply-fixtures";
import { listen, requireFreePort } from "./listen";
import { Inbox } from "./mail/inbox";
import { createMailer } from "./mail/mailer";
import { Meter } from "./meter";
import type { Options } from "./options";
import type { Machine, Service } from "./service";
import { createServices } from "./services";
import { copyOfSite } from "./sites/copy-of-site";
import { createSiteServer } from "./sites/site-server";

const place = { region: "us-east-1", account: "000000000000" };

export interface RunningMachine {
  readonly addresses: Addresses;
  /** What of the template has no effect here. */
  readonly awsOnly: readonly string[];
  /** Ends everything that was started, the other processes too. */
  stop(): Promise<void>;
}

/**
 * Deploys the template and runs it until it is stopped.
 * @throws Error when the template, a port, the data folder or a fixture file cannot be used; by then
 * everything that had been started is stopped again
 */
export async function startMachine(options: Options, print: (line: string) => void): Promise<RunningMachine> {
  const endings: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
  };
  try {
    return { ...(await start(options, print, (end) => endings.push(end))), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function start(options: Options, print: (line: string) => void, atEnd: (end: () => unknown) => void) {
  const addresses = addressesOf(options);
  const template = readTemplate(options.templateFile);
  const assets = readAssets(options.templateFile);
  await requireFreePorts(options, addresses);
  atEnd(takeDataFolder(options.dataFolder));
  if (options.reset) {
    await endSurvivor(options.dataFolder);
    emptyDataFolder(options.dataFolder);
  }
  markDataFolder(options.dataFolder);
  const clock = new Clock(options.dataFolder, options.clockRate);
  atEnd(() => clock.close());

  const running: Service[] = [];
  const machine = createMachine(options, clock, running, print);
  const inbox = new Inbox(options.dataFolder);
  atEnd(() => inbox.close());
  let services: AwsServices | undefined;
  let deployment: Deployment | undefined;
  let ready = false;
  const config = () => lowerCamel(deployment?.outputs ?? {});

  const faults = faultsOf(options);
  const state = { ready: () => ready, config, inbox, clock, meter: machine.meter, faults };
  const server = createAwsServer({ machine, addresses, state, services: () => services });
  await listen(server, options.ports.aws, addresses.bind, "AWS");
  atEnd(() => {
    server.close();
    server.closeAllConnections();
  });

  services = await createServices({
    machine,
    options,
    addresses,
    assets,
    mail: createMailer({ inbox, smtp: options.smtp, print }),
    deployment: () => deployment,
    faults,
    onService: (service) => {
      running.push(service);
      atEnd(() => service.close?.());
    },
  });
  const types = running.flatMap((service) => service.resources ?? []);
  const stackName = basename(options.templateFile).replace(/(\.template)?\.json$/, "");
  deployment = new Deployment({
    template,
    parameters: options.parameters,
    types,
    assets,
    place: { ...place, stackName },
    dataFolder: options.dataFolder,
  });
  await deployment.deploy();
  const { dataFolder } = options;
  await applyFixtures({ aws: machine.aws, dataFolder, userPoolId: poolOf(deployment) }, options.fixtures);
  for (const service of running) await service.start?.();
  await startSites(options, addresses, config, atEnd);
  ready = true;
  return { addresses, awsOnly: deployment.awsOnly };
}

function faultsOf({ faults: plan }: Options): Faults | undefined {
  if (plan === undefined) return undefined;
  const faults = new Faults();
  faults.set(plan);
  return faults;
}

function createMachine(
  { dataFolder }: Options,
  clock: Clock,
  services: readonly Service[],
  print: (line: string) => void,
): Machine {
  return {
    clock,
    dataFolder,
    ...place,
    meter: new Meter(),
    log: print,
    aws: {
      async call(name, operation, input) {
        const service = services.find((each) => each.name === name);
        if (service === undefined) {
          throw new AwsError("UnknownOperationException", `service ${name} does not run here`);
        }
        // Whoever sent the request under way, this call is the machine's own.
        return { ...(await currentCaller.run(undefined, () => dispatch(service, operation, input))) };
      },
    },
  };
}

async function requireFreePorts({ ports, sites }: Options, { bind }: Addresses): Promise<void> {
  await requireFreePort(ports.aws, bind, "AWS");
  await requireFreePort(ports.api, bind, "HTTP API");
  for (const site of sites) await requireFreePort(site.port, bind, site.name);
}

async function startSites(
  { sites, dataFolder }: Options,
  addresses: Addresses,
  config: () => Record<string, string>,
  atEnd: (end: () => unknown) => void,
): Promise<void> {
  for (const site of sites) {
    const server = createSiteServer(copyOfSite(site, dataFolder), addresses, config);
    await listen(server, site.port, addresses.bind, site.name);
    atEnd(() => {
      server.close();
      server.closeAllConnections();
    });
  }
}

function poolOf({ resources }: Deployment): string | undefined {
  const [pool, another] = [...resources.values()].filter(({ type }) => type === "AWS::Cognito::UserPool");
  return another === undefined ? pool?.ref : undefined;
}

function lowerCamel(outputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
