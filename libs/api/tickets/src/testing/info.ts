import { parse, type FragmentDefinitionNode } from 'graphql';
import type { Info } from '../graphql/look-ahead.js';

/** What a resolver is told of an operation: its root fields and its fragments. */
export function infoOf(document: string): Info {
  const { definitions } = parse(document);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of definitions) {
    if (definition.kind === 'FragmentDefinition') fragments[definition.name.value] = definition;
  }
  const operation = definitions.find((definition) => definition.kind === 'OperationDefinition');
  const fieldNodes = (operation?.selectionSet.selections ?? []).filter((node) => node.kind === 'Field');
  return { fieldNodes, fragments };
}
