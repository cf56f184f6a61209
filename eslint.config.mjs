import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Rules of the house that a linter can hold. Who may import whom is in .dependency-cruiser.cjs. */
const only = (selector, message) => ({ selector, message });
const oneFileRegisters = only(
  "CallExpression[callee.property.name='registerCommand']",
  'Commands are registered in src/features/registerCommands.ts only: it catches what they throw.',
);
const oneFileSetsContext = only(
  "CallExpression[callee.property.name='executeCommand'][arguments.0.value='setContext']",
  'Context keys are set in src/ui/contextKeys.ts only.',
);
const oneFileLogs = only(
  "CallExpression[callee.property.name='createOutputChannel']",
  'The log channel is created in src/ui/log.ts only.',
);
const noConsole = only("MemberExpression[object.name='console']", 'Use the Logger you were given.');
const noDefault = only(
  'ExportDefaultDeclaration',
  'No default exports: a file is named after the one thing it exports.',
);
const noEnum = only('TSEnumDeclaration', 'Use a string-literal union or an `as const` table.');
const iconsAreIcons = only(
  'TemplateElement[value.raw=/^\\$\\(/]',
  'An icon of a picker row is its iconPath: in a label it is read out, and shown as text.',
);
/** A member of vscode.window, called, passed on, taken apart or named by a text. */
const windowMember = (names) =>
  `:matches(MemberExpression[property.name=/^(${names})$/], MemberExpression[property.value=/^(${names})$/], ObjectPattern > Property[key.name=/^(${names})$/])`;
const oneFileNotifies = only(
  windowMember('show(Information|Warning|Error)Message|setStatusBarMessage'),
  'Messages are shown by src/ui/notify.ts only: a link in a text from outside would run commands.',
);
const oneFileShowsProgress = only(
  windowMember('withProgress'),
  'Progress is shown by src/ui/progress.ts only: a link in a text from outside would run commands.',
);
const promptersAsk = only(
  windowMember('createQuickPick|createInputBox|showQuickPick|showInputBox'),
  'Questions are asked through the Prompter: it takes links and icons out of texts from outside.',
);
const tablesAreMaps = only(
  "VariableDeclarator > Identifier TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child",
  'A table that any text is looked up in is a Map: an object also has `constructor` and `__proto__`.',
);
const sessionAsks = only(
  'CallExpression[callee.property.name=/^(get(Region|Zone|Vpc|Subnet|ServerInstance|NetworkInterface|AccessControlGroup)List|getNetworkInterfaceDetail|getCallerIdentity|(un)?assignSecondaryIps)$/]',
  'The service is asked in session/ (Readers, NetworkStore), change/ and doctor/ only: one place knows whose keys an answer came with.',
);
const errorsAreNamed = only(
  "CallExpression[callee.property.name='toThrow'][arguments.length=0][callee.object.property.name!='not']",
  'Say which error: a test that takes any passes for another reason.',
);
const all = [
  oneFileRegisters,
  oneFileSetsContext,
  oneFileLogs,
  noConsole,
  noDefault,
  noEnum,
  iconsAreIcons,
  oneFileNotifies,
  oneFileShowsProgress,
  promptersAsk,
  tablesAreMaps,
  sessionAsks,
];
const except = (...allowed) => ({
  'no-restricted-syntax': ['error', ...all.filter((rule) => !allowed.includes(rule))],
});

export default tseslint.config(
  { ignores: ['dist/', 'dist-cli/', 'out/', '.vscode-test/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // VS Code declares Disposable as a class, but anything with dispose() is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowInGenericTypeArguments: true, allowAsThisParameter: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      ...except(),
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
    },
  },
  { files: ['src/features/registerCommands.ts'], rules: except(oneFileRegisters) },
  { files: ['src/ui/contextKeys.ts'], rules: except(oneFileSetsContext) },
  { files: ['src/ui/log.ts'], rules: except(oneFileLogs) },
  // The icon of a lens, as of a status bar item, is a part of its title.
  {
    files: ['src/features/{view/statusBar,result/resultStatus,listEditor/listLenses,declaredEditor/declaredLenses}.ts'],
    rules: except(iconsAreIcons),
  },
  { files: ['src/{api,session,change,doctor}/**/*.ts', 'src/cli/account/readRegion.ts'], rules: except(sessionAsks) },
  { files: ['src/ui/notify.ts'], rules: except(oneFileNotifies) },
  { files: ['src/ui/progress.ts'], rules: except(oneFileShowsProgress) },
  { files: ['src/ui/ask*.ts'], rules: except(promptersAsk) },
  // What its tables are asked for has a blank in it, or is checked.
  { files: ['src/sandbox/**/*.ts'], rules: except(tablesAreMaps) },
  { files: ['src/sandbox/main.ts'], rules: except(noConsole) },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', errorsAreNamed],
    },
  },
  { files: ['**/*.mjs', '**/*.js', '**/*.cjs'], languageOptions: { globals: globals.node } },
);
