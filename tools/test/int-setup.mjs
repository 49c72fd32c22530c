// jest globalSetup of the `int` project. Specs read DAYLIGHT_TEST_CLUSTER: { host, port, template }.
import { startTestCluster } from './cluster.mjs';

export default async function setup() {
  const cluster = await startTestCluster();
  const { host, port, template } = cluster;
  process.env.DAYLIGHT_TEST_CLUSTER = JSON.stringify({ host, port, template });
  globalThis.daylightTestCluster = cluster;
}
