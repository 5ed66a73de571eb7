import { expect as anyExpect } from '@playwright/test';

/** A busy machine takes its time; whoever waits longer than this waits for nothing. */
export const PATIENCE_MS = 30_000;
export const expect = anyExpect.configure({ timeout: PATIENCE_MS });
