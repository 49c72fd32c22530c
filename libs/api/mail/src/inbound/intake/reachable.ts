import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Names of kinds of networks, as the configuration knows them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  loopback: ['loopback'],
  linklocal: ['linkLocal'],
  uniquelocal: ['private', 'uniqueLocal'],
};

function lies(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  const kinds = KINDS[network];
  if (kinds !== undefined) return kinds.includes(address.range());
  const [range, bits] = ipaddr.parseCIDR(
    network.includes('/') ? network : `${network}/${network.includes(':') ? 128 : 32}`,
  );
  return range.kind() === address.kind() && address.match(range, bits);
}

/** Whether we may connect to an address: a public one, or one in the networks that the installation names (G11). */
export function mayReach(text: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' || networks.some((network) => lies(address, network));
}

/** An address of the host to connect to; asked now and used as it is, so that no second answer can differ. null: none is allowed. */
export async function reachableAddress(host: string, networks: readonly string[]): Promise<string | null> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.find(({ address }) => mayReach(address, networks))?.address ?? null;
}
