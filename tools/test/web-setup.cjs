// jsdom lacks what browsers have had for years; React's act() wants to know it is under test.
const util = require('node:util');
const streams = require('node:stream/web');

globalThis.TextEncoder ??= util.TextEncoder;
globalThis.TextDecoder ??= util.TextDecoder;
for (const name of ['ReadableStream', 'WritableStream', 'TransformStream']) globalThis[name] ??= streams[name];
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
globalThis.matchMedia ??= () => ({
  matches: false,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
});
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
