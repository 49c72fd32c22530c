// What later features need to make figures of tickets: the codec of events, the law that binds them, the fact rows.
export { lawOf, lawOfLog, type Law } from './binding.js';
export { readEvent, type StoredEvent } from './log/event-codec.js';
export { countsOf, syncFacts, type FactInput } from './write/fact-rows.js';
