import { describe, expect, it } from 'vitest';
import { topicFor, topicsOf } from './topics.ts';

describe('the topics of a grant', () => {
  it('are those of its unit, and no other', () => {
    expect(topicsOf({ role: 'console', unit: '05443', wallIds: [] })).toEqual([
      'indicators/05443',
      'incidents/05443',
    ]);
  });

  it('hold the cameras for the core that drives a wall alone: plates are whole there', () => {
    expect(topicsOf({ role: 'wall', unit: '19', wallIds: ['main'] })).toContain('cameras/19');
    expect(topicsOf({ role: 'console', unit: '19', wallIds: ['main'] })).not.toContain('cameras/19');
  });

  it('are none for a token that may only bring data', () => {
    expect(topicsOf({ role: 'ingest', unit: '19', wallIds: [] })).toEqual([]);
  });
});

describe('the topic of a body', () => {
  it('is named by the room that owns its type', () => {
    expect(topicFor({ type: 'incidents.raised' }, '19')).toBe('incidents/19');
    expect(topicFor({ type: 'indicators.reading' }, '19')).toBe('indicators/19');
  });
});
