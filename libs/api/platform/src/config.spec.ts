import { ConfigError, parseConfig } from './config.js';

const SECRET = { DAYLIGHT_SECRET: 's'.repeat(32) };
const proxies = (value: string) => parseConfig({ ...SECRET, DAYLIGHT_TRUSTED_PROXIES: value }).DAYLIGHT_TRUSTED_PROXIES;

it('believes no proxy unless it is told to', () => {
  expect(parseConfig(SECRET).DAYLIGHT_TRUSTED_PROXIES).toEqual([]);
});

it('takes addresses, networks and kinds of networks', () => {
  expect(proxies('10.1.2.3, 172.16.0.0/12,fd00::/8 , uniquelocal')).toEqual([
    '10.1.2.3',
    '172.16.0.0/12',
    'fd00::/8',
    'uniquelocal',
  ]);
});

it.each(['true', '10.0.0.0/33', '10.0.0.0/0', '0.0.0.0/', 'caddy', '10.0.0.0/8/8', '1.2.3'])(
  'refuses to trust "%s" and names the variable',
  (value) => {
    expect(() => proxies(value)).toThrow(ConfigError);
    expect(() => proxies(value)).toThrow(/DAYLIGHT_TRUSTED_PROXIES/);
  },
);

it('names every variable at fault at once', () => {
  expect(() => parseConfig({ DAYLIGHT_PORT: '0', DAYLIGHT_SECRET: 'short' })).toThrow(
    /DAYLIGHT_PORT[\s\S]*DAYLIGHT_SECRET/,
  );
});
