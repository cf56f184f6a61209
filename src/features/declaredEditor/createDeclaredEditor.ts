import type { Disposable, TextDocument } from 'vscode';
import { declaredLanguage } from '../../contributions';
import type { Declaration, DeclaredProblem } from '../../declared/declaration';
import type { Declared } from '../../declared/openDeclared';
import type { NetworkStore } from '../../session/networkStore';
import type { ProfileStore } from '../../session/profileStore';
import { followText } from '../checkedText/followText';
import { dayOf } from '../../declared/declaration';
import { declaredScope, scopeKey } from '../declared/declaredScope';
import type { CheckedFile, CheckedGroup } from './checkedFile';
import { declaredDiagnostics } from './declaredDiagnostics';
import { declaredFixes } from './declaredFixes';
import { declaredLenses } from './declaredLenses';

/** What files are checked on: the regions of their profiles, as last read. */
export interface FileSurroundings {
  readonly profiles: Pick<ProfileStore, 'active' | 'all' | 'onDidChange'>;
  readonly networks: Pick<NetworkStore, 'state' | 'onDidChange'>;
  readonly clock: { now(): number };
}

/** Follows every open file that says who holds which address. `declared` comes from its own bundle, with parser and planner. */
export function createDeclaredEditor({ profiles, networks, clock }: FileSurroundings, declared: Declared): Disposable {
  function check(document: TextDocument): CheckedFile {
    const text = document.getText();
    const { documents, problems: wrong } = declared.readDeclarations(text, dayOf(clock.now()));
    const declarations = documents.flatMap(({ declaration }) => declaration ?? []);
    const unknown = declarations.flatMap(({ profile }): DeclaredProblem[] => {
      const isUnknown = profile && !declaredScope(profiles, { profile });
      return isUnknown ? [{ kind: 'unknownProfile', name: profile.text, start: profile.start, end: profile.end }] : [];
    });
    const groups = declared.groupByScope(declarations, (one) => scopeKey(profiles, one)).map(checkGroup);
    return { text, problems: [...wrong, ...unknown], groups };
  }
  function checkGroup(declaration: Declaration): CheckedGroup {
    const scope = declaredScope(profiles, declaration);
    const state = scope && networks.state(scope);
    const network = state?.last?.network;
    return {
      declaration,
      ...(scope && { scope }),
      ...(state && { state }),
      ...(network && { network, checked: declared.checkDeclaration(declaration, network) }),
    };
  }
  return followText<CheckedFile>({
    language: declaredLanguage,
    check,
    marks: declaredDiagnostics,
    lenses: declaredLenses,
    fixes: declaredFixes,
    completions: () => undefined,
    completionSigns: [],
    changes: [networks.onDidChange, profiles.onDidChange],
  });
}
