const LONGEST = 2_000;

/** The address that a person wrote, with `https://` where no scheme stands; undefined where it leads to no page. */
export function addressOf(text: string): string | undefined {
  const written = text.trim();
  if (written === '') return '';
  // A number after the colon is a port.
  const address = /^[a-z][a-z+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
  const leads = /^https?:\/\//i.test(address) && URL.canParse(address);
  return leads && address.length <= LONGEST ? address : undefined;
}
