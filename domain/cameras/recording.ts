/** Pictures that lie farther apart than this are no longer one film: between them is a gap, ms. */
export const GAP_MS = 2_000;

/** Pictures of one camera without a break. Times in epoch ms. */
export type Span = { readonly from: number; readonly to: number };

/** The spans as a person sees them: breaks shorter than a gap are closed. They come in the order of time. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.from - last.to < GAP_MS)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** A recording whose last picture is younger than this goes on: what came since lies nowhere else yet, ms. */
const GOES_ON_MS = 10_000;

/** The recording without a gap in which a moment lies, up to now where it goes on; undefined: the moment lies in none. */
export function spanAt(spans: readonly Span[], moment: number, now: number): Span | undefined {
  const whole = joinedSpans(spans);
  const last = whole.at(-1);
  const reaching = last && now - last.to < GOES_ON_MS ? [...whole.slice(0, -1), { ...last, to: now }] : whole;
  return reaching.find(({ from, to }) => from <= moment && moment <= to);
}

/** How fast a replay may go. */
export const replayRates = [0.25, 0.5, 1, 2, 4, 8] as const;
