export * from './events.js';
export * from './commands.js';
export * from './state.js';
export * from './evolve.js';
export * from './transitions.js';
export type { Decision, MergeObstacle, TicketProblem } from './problems.js';
export type { DecisionContext } from './decide-conversation.js';
export { mergeObstacle } from './decide-ending.js';
export * from './decide.js';
