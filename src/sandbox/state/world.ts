import type { Random } from '../createRandom';
import type { InterfaceRecord } from './records';
import { RegionState } from './regionState';

/** The interfaces of every region at one moment, by region code and number; records never change, so it costs little to keep. */
export type Interfaces = ReadonlyMap<string, ReadonlyMap<string, InterfaceRecord>>;

/** All regions of one account. */
export class World {
  readonly regions: RegionState[] = [];
  private readonly touched = new Set<string>();
  private beforeLastChange: Interfaces | undefined;
  private scheduled: { readonly at: number; readonly work: () => void }[] = [];
  /** The moment of the scheduled work that is being carried out. */
  private moment: number | undefined;
  private lastNo: number;

  /** `delay` is how long a change takes to settle, in milliseconds. */
  constructor(
    private readonly clock: () => number,
    readonly random: Random,
    readonly delay: number,
  ) {
    this.lastNo = 710_000 + random.integer(1000);
  }

  /** Milliseconds since the epoch; while scheduled work is carried out, the moment it was scheduled for. */
  readonly now = (): number => this.moment ?? this.clock();

  addRegion(regionCode: string, regionName: string): RegionState {
    const region = new RegionState(regionCode, regionName, this.now, (no) => this.touched.add(no));
    this.regions.push(region);
    return region;
  }

  /** Without a code the first region, as the service does. */
  region(regionCode?: string): RegionState | undefined {
    return regionCode === undefined ? this.regions[0] : this.regions.find((region) => region.regionCode === regionCode);
  }

  /** A network interface number nobody had before; gaps, because the real ones are not consecutive either. */
  nextInterfaceNo(): string {
    this.lastNo += 1 + this.random.integer(9);
    return String(this.lastNo);
  }

  /** Puts the interface into SET or UNSET until the delay has passed. */
  startSettling(region: RegionState, record: InterfaceRecord, status: 'SET' | 'UNSET' = 'SET'): InterfaceRecord {
    const to = status === 'SET' && record.instanceNo !== undefined ? 'USED' : 'NOTUSED';
    return region.putInterface({ ...record, status, settling: { at: this.now() + this.delay, to } });
  }

  /** Keeps the interfaces in SET or UNSET until somebody ends it. */
  holdSettling(networkInterfaceNos: readonly string[]): void {
    this.reschedule((no) => networkInterfaceNos.includes(no), 'never');
  }

  /** Ends SET and UNSET now, of one interface or of all. */
  settleNow(networkInterfaceNo?: string): void {
    this.reschedule((no) => networkInterfaceNo === undefined || no === networkInterfaceNo, this.now());
  }

  /** Does all of `work` or nothing: when it throws, every region is as before. Answers which interfaces were written. */
  change<T>(work: () => T): { result: T; touched: string[] } {
    const before = this.remember();
    this.touched.clear();
    try {
      const result = work();
      if (this.touched.size > 0) this.beforeLastChange = before;
      return { result, touched: [...this.touched] };
    } catch (error) {
      this.restore(before);
      throw error;
    }
  }

  /** Does `work` when the clock has passed `at`. No timer: it is done before anybody looks next, so a virtual clock is enough. */
  later(at: number, work: () => void): void {
    this.scheduled.push({ at, work });
  }

  /** Does what was scheduled for now or earlier, in the order of time; every look at the world begins with it. */
  catchUp(): void {
    const due = this.scheduled.filter(({ at }) => at <= this.clock()).sort((one, other) => one.at - other.at);
    this.scheduled = this.scheduled.filter((entry) => !due.includes(entry));
    for (const { at, work } of due) {
      this.moment = at;
      try {
        work();
      } finally {
        this.moment = undefined;
      }
    }
  }

  /** The interfaces as they were before the last change, or as they are when there was none. */
  previousInterfaces(): Interfaces {
    return this.beforeLastChange ?? this.remember();
  }

  /** Runs `work` on other interfaces than the present ones: what a lagging replica would answer. */
  seeing<T>(interfaces: Interfaces, work: () => T): T {
    const current = this.remember();
    this.restore(interfaces);
    try {
      return work();
    } finally {
      this.restore(current);
    }
  }

  private reschedule(isMeant: (networkInterfaceNo: string) => boolean, at: number | 'never'): void {
    for (const region of this.regions) {
      for (const record of region.unsettled()) {
        if (!isMeant(record.networkInterfaceNo) || !record.settling) continue;
        region.putInterface({ ...record, settling: { ...record.settling, at } });
      }
    }
  }

  /** The interfaces as they are. */
  remember(): Interfaces {
    return new Map(this.regions.map((region) => [region.regionCode, region.remember()]));
  }

  private restore(remembered: Interfaces): void {
    for (const region of this.regions) {
      const records = remembered.get(region.regionCode);
      if (records) region.restore(records);
    }
  }
}
