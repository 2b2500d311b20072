/** How Chromium is started, by the journeys, the benchmarks and the scripts that look at the built site. */

/** Its sandbox refuses to run as root, and containers often lack what it is made of. */
const withoutSandbox = process.getuid?.() === 0 || process.env.CI !== undefined;

/**
 * Not asked for: what is not ours to test. Of two such lists Chromium takes the last, so what Playwright leaves out
 * and matters here stands in this one too.
 */
const LEFT_OUT = [
  // Two pages of Chromium's own behind the address bar, loaded for each window: half of a short journey's work.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // Keep the last page's picture until the next one's, and http what is http.
  'PaintHolding',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  // A process kept warm for the next page: a journey opens one, and the next has a process of its own.
  'SpareRendererForSitePerProcess',
  // Ask the network for something.
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'MediaRouter'
];

/** @type {readonly string[]} */
export const CHROMIUM_ARGS = [
  ...(withoutSandbox ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  `--disable-features=${LEFT_OUT.join(',')}`
];
