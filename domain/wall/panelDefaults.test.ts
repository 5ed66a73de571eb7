import { describe, expect, it } from 'vitest';
import { PanelSpecSchema } from './model.ts';
import { panelDefaults } from './panelDefaults.ts';

describe('the default of every kind of tile', () => {
  it.each(Object.entries(panelDefaults))('%s is what the core accepts, word for word', (kind, spec) => {
    expect(spec.kind).toBe(kind);
    expect(PanelSpecSchema.parse(spec)).toEqual(spec);
  });
});
