// What was done in a long night, and what of it did not go as it should.
import { z } from 'zod';

/** Less than this part of the takes accepted, and nobody used the wall. */
const LEAST_TAKEN = 0.5;

const AnswerSchema = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? '';

/** `tell` hears at once of what failed; the account remembers it. */
export function createAccount(tell: (sentence: string) => void) {
  const failedFaults: string[] = [];
  const takes = { taken: 0, refused: 0, failed: 0 };
  let struck = 0;

  return {
    /** A fault that could not be done is none, and is named in the end. */
    async strike(name: string, work: () => Promise<void>): Promise<void> {
      try {
        await work();
        struck += 1;
      } catch (error) {
        const sentence = `không gây được sự cố “${name}”: ${firstLine(error)}`;
        failedFaults.push(sentence);
        tell(sentence);
      }
    },
    /** Resolves with whether the wall takes it. A refusal is an answer: the fault before it may be its reason. */
    async take(sceneId: string, ask: () => Promise<unknown>): Promise<boolean> {
      try {
        const answer = AnswerSchema.parse(await ask());
        if (answer.ok) takes.taken += 1;
        else takes.refused += 1;
        if (!answer.ok) tell(`tường không nhận “${sceneId}”: ${answer.reason}`);
        return answer.ok;
      } catch (error) {
        takes.failed += 1;
        tell(`không đưa được “${sceneId}” lên: ${firstLine(error)}`);
        return false;
      }
    },
    sum: () => ({ struck, takes: { ...takes } }),
    wrong(): readonly string[] {
      const given = takes.taken + takes.refused + takes.failed;
      const idle = given > 0 && takes.taken < given * LEAST_TAKEN;
      return [
        ...failedFaults,
        ...(idle ? [`tường chỉ nhận ${takes.taken} trong ${given} lượt đưa lên`] : []),
      ];
    },
  };
}

/** Lines of the product's logs that tell of a failure nobody handled, in a process or in the page of a window. */
export function unhandledIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => /"event":"(core|shell|call|page)\.failed"/.test(line));
}
