export default async function teardown() {
  await globalThis.daylightTestCluster?.stop();
}
