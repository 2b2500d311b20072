/** As much of User-Agent Client Hints as is read; browsers other than Chromium's have none. */
interface UserAgentData {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly platform: string;
}

/** Browsers name a brand that does not exist, such as “Not=A?Brand”, so that nobody relies on the list. */
const INVENTED = /not.*brand/i;

/** What this browser calls itself. It is shown to people and decides nothing. */
export function thisEngine(): string {
  const { userAgent, userAgentData } = navigator as Navigator & { readonly userAgentData?: UserAgentData };
  const brands = (userAgentData?.brands ?? []).filter(({ brand }) => !INVENTED.test(brand));
  if (!userAgentData || brands.length === 0) return userAgent;
  const name = brands.map(({ brand, version }) => `${brand} ${version}`).join(', ');
  return userAgentData.platform ? `${name} on ${userAgentData.platform}` : name;
}
