import { errorXml, resultXml } from "./aws-answers";
import type { AwsError } from "./aws-error";
import { fromQueryForm, toQueryErrorXml, toQueryXml } from "./sqs/query-protocol";

/** How a service reads forms (`Action=`) and writes XML. */
interface QueryProtocol {
  read(action: string, form: URLSearchParams): Record<string, unknown>;
  answer(action: string, output: object, requestId: string): string;
  error(error: AwsError, requestId: string): string;
}

const plain: QueryProtocol = {
  read: (_, form) => Object.fromEntries(form),
  answer: resultXml,
  error: errorXml,
};

/** SQS flattens its lists and spells maps as name and value. */
const sqs: QueryProtocol = { read: fromQueryForm, answer: toQueryXml, error: toQueryErrorXml };

export function queryProtocolOf(service: string): QueryProtocol {
  return service === "sqs" ? sqs : plain;
}
