/**
 * Time is passed in; only the clock files may ask the machine what time it is.
 * @type {import('eslint').Rule.RuleModule}
 */
export const oneClock = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { clock: 'Take the time as a parameter (style 3); only the clock file asks the machine.' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'clock' });
    return {
      "MemberExpression[object.name='Date'][property.name='now']": report,
      "NewExpression[callee.name='Date'][arguments.length=0]": report,
      "CallExpression[callee.name='Date']": report,
    };
  },
};
