import type { CommandContext } from '../commandContext';
import { needAnyReading } from '../ask/needScope';
import type { Arguments } from '../readArguments';

/** Open Network Overview: of the region it is called on, led to the VPC of the row, or of the one looked at. */
export async function openNetworkOverview(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const [subject] = args.subjects;
  const { network } = found.reading;
  const vpcNo =
    subject?.kind === 'vpc'
      ? subject.vpcNo
      : subject?.kind === 'subnet'
        ? network.subnet(subject.subnetNo)?.vpcNo
        : undefined;
  (await context.maps()).openOverview(found.scope, vpcNo);
  return found.scope.regionCode;
}
