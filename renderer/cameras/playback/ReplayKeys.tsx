import { History, Pause, Play, Radio, SkipForward, StepBack, StepForward } from 'lucide-react';
import { replayRates } from '../../../domain/cameras/recording.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { BACK_MS, type LookBack } from './useLookBack.ts';

const ON_MS = 10_000;

function Rate({ lookBack }: { readonly lookBack: LookBack }) {
  const text = useText().playback;
  const language = useLanguage();
  const { replay, blocked, act } = lookBack;
  return (
    <label className="replay-rate">
      <span>{text.rate}</span>
      <select
        value={replay === undefined || replay.rate === 0 ? 1 : replay.rate}
        disabled={blocked !== null || replay === undefined}
        onChange={({ target }) => act({ do: 'pace', rate: Number(target.value) })}
      >
        {replayRates.map((rate) => (
          <option key={rate} value={rate}>
            {text.rateOf(formatNumber(rate, rate % 1 === 0 ? 0 : rate === 0.25 ? 2 : 1, language))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What leads a replay: back, on, still, step by step, and the way to the present. */
export function ReplayKeys({ lookBack }: { readonly lookBack: LookBack }) {
  const text = useText().playback;
  const { replay, blocked, act } = lookBack;
  const off = blocked !== null;
  const still = replay?.rate === 0;
  return (
    <div className="replay-keys">
      <Button icon={History} keys="L" disabled={off} onClick={() => act({ do: 'back', byMs: BACK_MS })}>
        {text.back}
      </Button>
      <Button
        icon={SkipForward}
        disabled={off || replay === undefined}
        onClick={() => act({ do: 'back', byMs: -ON_MS })}
      >
        {text.on}
      </Button>
      <Button
        icon={still ? Play : Pause}
        disabled={off || replay === undefined}
        onClick={() => act({ do: 'pace', rate: still ? 1 : 0 })}
      >
        {still ? text.play : text.pause}
      </Button>
      <Button
        icon={StepBack}
        disabled={off || replay === undefined}
        onClick={() => act({ do: 'step', by: -1 })}
      >
        {text.stepBack}
      </Button>
      <Button
        icon={StepForward}
        disabled={off || replay === undefined}
        onClick={() => act({ do: 'step', by: 1 })}
      >
        {text.stepOn}
      </Button>
      <Rate lookBack={lookBack} />
      <Button
        icon={Radio}
        keys="N"
        look={replay === undefined ? 'plain' : 'primary'}
        disabled={off || replay === undefined}
        onClick={() => act({ do: 'live' })}
      >
        {text.toLive}
      </Button>
    </div>
  );
}
