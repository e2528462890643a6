import { lookup as systemLookup } from 'node:dns';
import type http from 'node:http';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Old forms of internal addresses that the agent takes for outside ones: IPv4-compatible (RFC 4291) and site-local (RFC 3879). */
const obsolete = new BlockList();
obsolete.addSubnet('::', 96, 'ipv6');
obsolete.addSubnet('fec0::', 10, 'ipv6');
const isObsolete = (address: string): boolean => isIPv6(address) && obsolete.check(address, 'ipv6');
const notAllowed = (address: string): Error => new Error(`${address} is not allowed, since it is an internal address`);

/** Which internal addresses an operator lets outgoing calls reach; none by default. */
export interface OutgoingRules {
  allowedInternalAddresses: string[];
  /** How names become addresses; the system's way unless told. */
  lookup?: LookupFunction;
  /** How long a call may take in all (ms); 10 s unless told. */
  timeoutMs?: number;
}

/** Looks names up and refuses those that stand for an obsolete form of an internal address. */
const guarded =
  (lookup: LookupFunction): LookupFunction =>
  (name, options, callback) =>
    lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = error ? undefined : addresses.find(isObsolete);
      callback(refused ? notAllowed(refused) : error, found, family);
    });

/**
 * The agent of a call to an outside address. It checks the very address that it connects to, so that a name can't come to
 * mean another in between.
 */
export function outgoingAgent(url: URL, rules: OutgoingRules): http.Agent {
  const options = {
    allowIPAddressList: rules.allowedInternalAddresses,
    lookup: guarded(rules.lookup ?? systemLookup),
  };
  return url.protocol === 'https:' ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
}

/**
 * An address that may be called: http or https, without a name or password in it. Throws Error, worded for `what` is
 * called, for any other.
 */
export function outgoingTarget(text: string, what: string): URL {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new OutgoingRefusedError(`${what} has no http or https address`);
  if (url.username || url.password) throw new OutgoingRefusedError(`${what} address holds a name or password`);
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isObsolete(address)) throw notAllowed(address);
  return url;
}

/** An address that is no address to call, however often it is tried. */
export class OutgoingRefusedError extends Error {}
