// The floor: what VS Code takes to activate anything at all.
exports.activate = () => undefined;
