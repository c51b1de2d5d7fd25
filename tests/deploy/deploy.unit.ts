import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { createMeter } from '../../src/meter.js';

const fileOf = (name: string) => readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8');

/** A template as data; what CloudFormation fills in (`!Ref`, `!GetAtt` …) stands there by its words. */
function templateOf(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent' });
  visit(document, {
    Node(_, node) {
      delete node.tag;
    },
  });
  return document.toJS();
}
const statement = z.object({
  Sid: z.string(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.array(z.string()),
  Resource: z.string(),
});
const template = z
  .object({
    Resources: z.object({
      Table: z.object({
        DeletionPolicy: z.string(),
        UpdateReplacePolicy: z.string(),
        Properties: z.looseObject({}),
      }),
      LedgerPolicy: z.object({
        Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }),
      }),
      Bot: z.object({ Properties: z.looseObject({ Policies: z.array(z.string()) }) }),
    }),
  })
  .parse(templateOf(fileOf('template.yaml'))).Resources;

describe('the template', () => {
  test('keeps the table, whatever becomes of the stack, in the form that the program wants', () => {
    expect(template.Table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        AttributeDefinitions: [
          { AttributeName: 'Id', AttributeType: 'S' },
          { AttributeName: 'Version', AttributeType: 'N' },
        ],
        KeySchema: [
          { AttributeName: 'Id', KeyType: 'HASH' },
          { AttributeName: 'Version', KeyType: 'RANGE' },
        ],
      },
    });
  });

  test('lets the bot put items and read them, and denies it whatever else changes or deletes them', () => {
    const { Statement } = template.LedgerPolicy.Properties.PolicyDocument;
    const actions = (effect: string) =>
      Statement.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => Action);
    // what the program asks of a table that is there
    expect(actions('Allow')).toEqual([
      'dynamodb:DescribeTable',
      'dynamodb:PutItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
    expect(actions('Deny')).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
    );
    expect(new Set(Statement.map(({ Resource }) => Resource))).toEqual(new Set(['Table.Arn']));
    expect(template.Bot.Properties.Policies).toEqual(['LedgerPolicy']);
  });

  test('starts what there is, by a URL that streams its answers', () => {
    expect(template.Bot.Properties).toMatchObject({
      Handler: 'dist/src/lambda.handler',
      FunctionUrlConfig: { AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' },
      Environment: { Variables: { LEDGER: 'aws', TABLE_NAME: 'Table' } },
    });
  });
});

test('every figure on the dashboard is one that the program counts', async () => {
  const counted = await createMeter().text();
  const names = new Set(Array.from(counted.matchAll(/^# TYPE (\S+)/gm), ([, name]) => name));
  names.add('hp_ledger_shards');
  const wanted = Array.from(
    fileOf('grafana.json').matchAll(/(?:hp_ledger|process|nodejs)_[a-z_]+/g),
    ([name]) => name.replace(/_bucket$/, ''),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test('the container’s file is one', () => {
  const compose = z.object({ services: z.record(z.string(), z.looseObject({})) });
  const { services } = compose.parse(templateOf(fileOf('compose.yaml')));
  expect(services.bot).toMatchObject({ environment: { DYNAMODB_ENDPOINT: 'http://store:8000' } });
});
