import type { InterfaceChange, Plan, Warning } from '../../plan/plan';
import { printable } from '../../text/printable';
import { isWord, word } from '../../text/word';
import { interfaceName } from '../interfaceTitle';
import type { Namer } from '../namer';
import { shownName } from '../shownName';

/** `web-01/eth0 (701236)`. */
const isTitle = new RegExp(`^${word}(/${word})?( [(]\\d+[)])?$`, 'u');

/** With its marks a name has to fit where names are shown. */
const longestQuoted = 57;

/**
 * A plan that an assistant asks for, for whoever reads it: a name that is more than a word, which could pass for something that
 * we say, stands in quotation marks that it cannot hold itself.
 */
export function withQuotedNames(plan: Plan): Plan {
  return { ...plan, changes: plan.changes.map(quotedChange), warnings: plan.warnings.map(quotedWarning) };
}

function quotedChange(change: InterfaceChange): InterfaceChange {
  const { networkInterfaceName, serverName, deviceName } = change;
  return {
    ...change,
    networkInterfaceName: quotedName(networkInterfaceName),
    ...(serverName !== undefined && { serverName: quotedName(serverName) }),
    ...(deviceName !== undefined && { deviceName: quotedName(deviceName) }),
  };
}

function quotedWarning(warning: Warning): Warning {
  if (warning.kind === 'reserved') return { ...warning, for: quotedName(warning.for) };
  return warning.kind === 'managedInterface' ? { ...warning, instanceType: quotedName(warning.instanceType) } : warning;
}

/** A name as it is, or between marks where it is more than a word. */
export function quotedName(name: string): string {
  const shown = shownName(name);
  return isWord(shown) ? shown : `“${printable(name.replaceAll(/[“”]/g, "'"), longestQuoted)}”`;
}

/** Names the interfaces of a plan {@link withQuotedNames} as the plan does; others are named by `name`, and quoted alike. */
export function quotingNamer({ changes }: Plan, name: Namer): Namer {
  const names = new Map(changes.map((change) => [change.networkInterfaceNo, interfaceName(change)]));
  return (no) => {
    const known = names.get(no);
    if (known !== undefined) return known;
    const title = name(no);
    return isTitle.test(title) ? title : quotedName(title);
  };
}
