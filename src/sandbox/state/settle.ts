import type { InterfaceRecord } from './records';

/** The interface as it is at `now` (milliseconds since the epoch): SET and UNSET end by themselves when their time has come. */
export function settle(record: InterfaceRecord, now: number): InterfaceRecord {
  const { settling } = record;
  if (!settling || settling.at === 'never' || settling.at > now) return record;
  const steady: { -readonly [Field in keyof InterfaceRecord]: InterfaceRecord[Field] } = { ...record };
  steady.status = settling.to;
  delete steady.settling;
  if (settling.to === 'NOTUSED') {
    delete steady.deviceName;
    delete steady.instanceNo;
    delete steady.instanceType;
  }
  return steady;
}
