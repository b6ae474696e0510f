import { describe, expect, it } from 'vitest';
import { failureReport } from '../../../electron/boot/failure-report';
import { redact } from '../../../shared/redaction/redact';

describe('a bug', () => {
  it('is logged each time, and shown once, one at a time', async () => {
    const logged: string[] = [];
    const closings: (() => void)[] = [];
    const report = failureReport({
      clean: (text) => redact(text),
      log: (text) => logged.push(text),
      show: () => new Promise<void>((resolve) => closings.push(resolve)),
    });
    const broken = new Error('broken');
    for (let time = 0; time < 100; time += 1) report(broken);
    report(new Error('another'));
    expect([logged.length, closings.length]).toEqual([101, 1]);
    closings[0]?.();
    await Promise.resolve();
    report(broken);
    expect(closings.length).toBe(1);
    report(new Error('another'));
    expect(closings.length).toBe(2);
  });

  it('is told without secrets', () => {
    const told: string[] = [];
    const secret = ['sk', 'proj', 'Qx7_'.repeat(12)].join('-');
    const report = failureReport({
      clean: (text) => redact(text),
      log: (text) => told.push(text),
      show: async (text) => told.push(text),
    });
    report(new Error(`refused: ${secret}`));
    report(secret);
    expect([told.length, told.some((text) => text.includes('Qx7_'))]).toEqual([3, false]);
  });
});
