import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The full names of all tests in a source file, as Jest reports them: those of the groups around it, then its own. A test
 * for many cases has its name with the places for them (`%s`).
 */
export function testNames(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  return namesIn(source, '');
}

function namesIn(node: ts.Node, group: string): string[] {
  const names: string[] = [];
  const called = ts.isCallExpression(node) ? nameOf(node) : undefined;
  if (called?.kind === 'test') names.push(group + called.name);
  const inner = called?.kind === 'describe' ? `${group}${called.name} ` : group;
  node.forEachChild((child) => {
    names.push(...namesIn(child, inner));
  });
  return names;
}

/** What a call of `test('…')`, `describe('…')`, `test.each(…)('…')` names. */
function nameOf(call: ts.CallExpression): { kind: string; name: string } | undefined {
  const [first] = call.arguments;
  if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
  return { kind: beginningOf(call.expression), name: first.text };
}

/** `test` of `test.each([…])`. */
function beginningOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return beginningOf(node.expression);
  return '';
}
