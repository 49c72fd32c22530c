// How the compiled processes are started; deploy/Dockerfile uses the same words, and a test compares them.

export const NODE_FLAGS = ['--enable-source-maps'];

/** Entry file of `api` or `worker`, relative to the repository: the bundle, which starts in half the time (ADR 0012). */
export const mainOf = (name) => `apps/${name}/dist-run/main.js`;
