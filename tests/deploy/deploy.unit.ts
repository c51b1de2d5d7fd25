import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config.js';
import { createMeter } from '../../src/meter.js';

const projectFile = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const fileOf = (name: string) => projectFile(`deploy/${name}`);

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
      expect.arrayContaining([
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:UpdateTimeToLive',
      ]),
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

const digest = /@sha256:[\da-f]{64}$/;

describe('the containers', () => {
  const service = z.looseObject({ image: z.string().optional(), user: z.string().optional() });
  const compose = z.object({ services: z.record(z.string(), service) });
  const { services } = compose.parse(templateOf(fileOf('compose.yaml')));

  test('are the bot and its store', () => {
    expect(services.bot).toMatchObject({ environment: { DYNAMODB_ENDPOINT: 'http://store:8000' } });
  });

  test('that stay are not root’s', () => {
    const staying = Object.values(services).filter(({ restart }) => restart !== undefined);
    expect(staying).toHaveLength(2);
    expect(staying.map(({ user }) => user)).toEqual([undefined, undefined]);
    expect(projectFile('Dockerfile')).toMatch(/^USER node$/m);
  });

  test('are checked on a port that nothing else listens on', () => {
    expect(projectFile('Dockerfile')).toMatch(/^ENV HEALTH_HOST=0\.0\.0\.0 HEALTH_PORT=8081$/m);
    expect(readConfig({ DISCORD_PUBLIC_KEY: '0'.repeat(64) }).http?.port).not.toBe(8081);
    expect(projectFile('Dockerfile')).toContain('/readyz');
  });

  test('are of images that nobody can change', () => {
    const from = Array.from(projectFile('Dockerfile').matchAll(/^FROM (\S+)/gm), ([, image]) => image);
    const run = Object.values(services).flatMap(({ image }) => image ?? []);
    const inChecks = Array.from(
      projectFile('.github/workflows/ci.yml').matchAll(/image: (\S+)/g),
      ([, image]) => image,
    );
    expect([from.length, run.length, inChecks.length]).toEqual([2, 2, 1]);
    for (const image of [...from, ...run, ...inChecks]) expect(image).toMatch(digest);
  });
});

test('the checks use actions that nobody can change, and say which version each is', () => {
  const uses = Array.from(
    projectFile('.github/workflows/ci.yml').matchAll(/uses: (.*)/g),
    ([, used]) => used,
  );
  expect(uses.length).toBeGreaterThan(5);
  for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});
