import { expect, test } from "vitest";
import { AwsError } from "../aws-error";
import { fromQueryForm, toQueryErrorXml, toQueryXml } from "./query-protocol";

test("a form's numbered names become lists, maps and nested values", () => {
  const form = new URLSearchParams({
    Action: "SendMessage",
    Version: "2012-11-05",
    QueueUrl: "http://x/000000000000/q",
    MessageBody: "a&b",
    DelaySeconds: "5",
    "MessageAttribute.1.Name": "one.two",
    "MessageAttribute.1.Value.StringValue": "v",
    "MessageAttribute.1.Value.DataType": "String",
    "Attribute.1.Name": "VisibilityTimeout",
    "Attribute.1.Value": "45",
    "AttributeName.2": "B",
    "AttributeName.1": "A",
    "SendMessageBatchRequestEntry.1.Id": "x",
    "SendMessageBatchRequestEntry.1.MessageAttribute.1.Name": "n",
    "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType": "Number",
    "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue": "7",
  });
  expect(fromQueryForm("SendMessage", form)).toEqual({
    QueueUrl: "http://x/000000000000/q",
    MessageBody: "a&b",
    DelaySeconds: "5",
    MessageAttributes: { "one.two": { StringValue: "v", DataType: "String" } },
    Attributes: { VisibilityTimeout: "45" },
    AttributeNames: ["A", "B"],
    Entries: [{ Id: "x", MessageAttributes: { n: { DataType: "Number", StringValue: "7" } } }],
  });
});

test("an answer's lists are flattened and its texts escaped", () => {
  const xml = toQueryXml(
    "ReceiveMessage",
    {
      Messages: [
        {
          Body: '{"a":"<&>"}',
          Attributes: { SentTimestamp: "1" },
          MessageAttributes: { n: { DataType: "String", StringValue: "v" } },
        },
        { Body: "two" },
      ],
    },
    "r",
  );
  expect(xml).toBe(
    '<?xml version="1.0"?><ReceiveMessageResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/">' +
      "<ReceiveMessageResult><Message><Body>{&quot;a&quot;:&quot;&lt;&amp;&gt;&quot;}</Body>" +
      "<Attribute><Name>SentTimestamp</Name><Value>1</Value></Attribute>" +
      "<MessageAttribute><Name>n</Name><Value><DataType>String</DataType><StringValue>v</StringValue></Value></MessageAttribute>" +
      "</Message><Message><Body>two</Body></Message></ReceiveMessageResult>" +
      "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ReceiveMessageResponse>",
  );
});

test("batch results and queue URLs have names of their own", () => {
  expect(toQueryXml("SendMessageBatch", { Successful: [{ Id: "a" }], Failed: [{ Id: "b" }] }, "r")).toContain(
    "<SendMessageBatchResultEntry><Id>a</Id></SendMessageBatchResultEntry><BatchResultErrorEntry><Id>b</Id></BatchResultErrorEntry>",
  );
  expect(toQueryXml("ListQueues", { QueueUrls: ["u", "v"] }, "r")).toContain(
    "<QueueUrl>u</QueueUrl><QueueUrl>v</QueueUrl>",
  );
});

test("an error carries the query protocol's own code", () => {
  expect(toQueryErrorXml(new AwsError("QueueDoesNotExist", "none"), "r")).toContain(
    "<Error><Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code><Message>none</Message>",
  );
});
