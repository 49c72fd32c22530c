import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

const MAX_DEPTH = 12;
const MAX_FIELDS = 1_500;
const MAX_ROOT_FIELDS = 20;

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * Refuses documents too deep or too broad before they run (Q2, Q3). Fragments are measured once and counted at each use,
 * so that a document can't grow by spreading; a fragment cycle is left to GraphQL's own rule.
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();

  function sizeOfFragment(fragment: FragmentDefinitionNode): Size {
    const { value } = fragment.name;
    const known = fragments.get(value);
    if (known !== undefined) return known;
    fragments.set(value, { depth: 0, fields: 0 });
    const size = sizeOf(fragment.selectionSet);
    fragments.set(value, size);
    return size;
  }

  function sizeOf(set: SelectionSetNode | undefined): Size {
    let depth = 0;
    let fields = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const below = sizeOf(selection.selectionSet);
        depth = Math.max(depth, below.depth + 1);
        fields += below.fields + 1;
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.getFragment(selection.name.value) : null;
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? sizeOf(selection.selectionSet)
          : fragment
            ? sizeOfFragment(fragment)
            : { depth: 0, fields: 0 };
      depth = Math.max(depth, inner.depth);
      fields += inner.fields;
    }
    return { depth, fields };
  }

  const refuse = (message: string) =>
    context.reportError(new GraphQLError(message, { extensions: { code: 'DOCUMENT_TOO_LARGE' } }));
  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet);
      if (size.depth > MAX_DEPTH) refuse(`the document is ${size.depth} levels deep; ${MAX_DEPTH} are allowed`);
      if (size.fields > MAX_FIELDS) refuse(`the document asks for ${size.fields} fields; ${MAX_FIELDS} are allowed`);
      const roots = operation.selectionSet.selections.length;
      if (roots > MAX_ROOT_FIELDS) refuse(`the document has ${roots} root fields; ${MAX_ROOT_FIELDS} are allowed`);
    },
  };
}
