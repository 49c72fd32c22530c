/** Tables are reached through a named repository in `model/`, never through TypeORM's own (style 10). */
const TYPEORM = /^(?:typeorm|@nestjs\/typeorm)$/;
const NAMES = new Set([
  'Repository',
  'InjectRepository',
  'EntityManager',
  'InjectEntityManager',
  'getRepository',
  'getManager',
]);

/** @type {import('eslint').Rule.RuleModule} */
export const noRawRepository = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: '{{ name }} is for files in model/: ask a named repository or write a query (style 10).' },
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'raw', data: { name } });
    return {
      ImportSpecifier(node) {
        if (TYPEORM.test(node.parent.source.value) && NAMES.has(node.imported.name)) report(node, node.imported.name);
      },
      "CallExpression > MemberExpression.callee[property.name='getRepository']": (node) =>
        report(node, 'getRepository'),
    };
  },
};
