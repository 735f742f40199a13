import { isAddressedToUs } from "./access";
import type { Addresses } from "./addresses";
import { createAppSyncService } from "./appsync/appsync-service";
import type { AwsServices } from "./aws-server";
import { createCloudformationService } from "./cloudformation/cloudformation-service";
import { createCognitoService } from "./cognito/cognito-service";
import type { Assets } from "./deploy/assets";
import type { Deployment } from "./deploy/deployment";
import { createDynamodbService } from "./dynamodb/dynamodb-service";
import { createEventsService } from "./events/events-service";
import type { Faults } from "./faults/faults";
import { copiesOf } from "./faults/faulty-messages";
import { withFaultyProxy } from "./faults/faulty-proxy";
import { type FaultyPlace, withFaults } from "./faults/faulty-service";
import { createHttpApiService } from "./http-api/http-api-service";
import { createLambdaService } from "./lambda/lambda-service";
import { createLogsService } from "./logs/logs-service";
import type { Mail } from "./mail/mail";
import type { Options } from "./options";
import type { Machine, Service } from "./service";
import { createSqsService } from "./sqs/sqs-service";
import { createStepFunctionsService } from "./step-functions/step-functions-service";
import { createStsService } from "./sts/sts-service";

export interface ServiceNeeds {
  readonly machine: Machine;
  readonly options: Options;
  readonly addresses: Addresses;
  readonly assets: Assets;
  readonly mail: (mail: Mail) => Promise<void>;
  readonly deployment: () => Deployment | undefined;
  /** Where faults can be set. */
  readonly faults: Faults | undefined;
  /** Told of each service at once, so that those after it can call it and a failed start can close it. */
  readonly onService: (service: Service) => void;
}

/** Creates every service, those first that others call; they are closed the other way round. */
export async function createServices(needs: ServiceNeeds): Promise<AwsServices> {
  const { machine, options, addresses, assets, faults } = needs;
  const { ports } = options;
  const all: Service[] = [];
  const faulty: FaultyPlace | undefined = faults && {
    faults,
    clock: machine.clock,
    endFunction: (name) => lambda.crash(name),
  };
  const add = <S extends Service>(real: S): S => {
    const service = faulty ? withFaults(real, faulty) : real;
    all.push(service);
    needs.onService(service);
    return service;
  };
  const targets = () => all.flatMap((service) => service.target ?? []);
  const dynamodb = add(await createDynamodbService(machine, options.indexLagSeconds));
  add(createSqsService(machine, { baseUrl: () => `http://127.0.0.1:${ports.aws}` }));
  add(createLogsService(machine));
  const lambda = add(
    createLambdaService(machine, {
      assets,
      endpoint: `http://127.0.0.1:${ports.aws}`,
      // Faults strike, and indexes lag, only where what is asked passes through this process.
      ...(faults === undefined && options.indexLagSeconds === 0 && { dynamodbEndpoint: dynamodb.endpoint }),
    }),
  );
  const cognito = add(createCognitoService(machine, { mail: needs.mail }));
  const appSync = add(
    createAppSyncService(machine, {
      host: `${addresses.host}:${ports.aws}`,
      verify: cognito.verifyToken,
      copiesOf: faults && ((event) => copiesOf(event, faults)),
    }),
  );
  const events = add(createEventsService(machine, targets));
  add(await createStepFunctionsService(machine));
  add(
    createHttpApiService(machine, {
      host: addresses.bind,
      port: ports.api,
      publicUrl: `http://${addresses.host}:${ports.api}`,
      isAddressedToUs: (request) => isAddressedToUs(request, addresses),
      verify: cognito.verifyToken,
      faulty,
    }),
  );
  add(createStsService(machine));
  add(createCloudformationService(machine, needs.deployment));
  return {
    ...{ all, events, upgrade: appSync.upgrade },
    dynamodb: faulty ? withFaultyProxy(dynamodb, faulty) : dynamodb,
  };
}
