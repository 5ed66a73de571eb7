import { Component, type ReactNode } from 'react';

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

type FenceInput = {
  /** What stands in place of a failed panel. */
  readonly fallback: ReactNode;
  readonly onFail: () => void;
  /** Draws the panel; `attempt` rises with every retry. */
  readonly children: (attempt: number) => ReactNode;
};

/** Keeps one tile's failure on that tile, and tries it again: after 2 s, then twice as long each time, a minute at most. */
export class ErrorFence extends Component<
  FenceInput,
  { readonly failed: boolean; readonly attempt: number }
> {
  override state = { failed: false, attempt: 0 };
  timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFail();
    const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.state.attempt);
    this.timer = setTimeout(
      () => this.setState(({ attempt }) => ({ failed: false, attempt: attempt + 1 })),
      waitMs,
    );
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children(this.state.attempt);
  }
}
