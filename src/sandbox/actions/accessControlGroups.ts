import { refuse } from '../wire/refuse';
import type { Call } from './action';

/** A network interface has at most this many ACGs. */
const most = 3;

/** The ACGs of a call and of an interface, held to the rules. */
export const accessControlGroups = {
  /** `accessControlGroupNoList.N`; each has to exist in the VPC. */
  read({ params, region }: Call, vpcNo: string): string[] {
    const numbers = params.list('accessControlGroupNoList');
    for (const no of numbers) {
      if (region.accessControlGroups.get(no)?.vpcNo !== vpcNo) throw refuse.accessControlGroupNotFound(no);
    }
    return numbers;
  },

  upTo3(numbers: string[]): string[] {
    if (numbers.length > most) throw refuse.invalid('accessControlGroupNoList', `up to ${most} ACGs.`);
    return numbers;
  },
} as const;
