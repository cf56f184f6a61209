import type { CommandId } from '../contributions';
import { addProfile } from './profiles/addProfile';
import { archiveHistory } from './history/archiveHistory';
import { assignFromList } from './list/assignFromList';
import { assignGoodLines } from './list/assignGoodLines';
import { assignSecondaryIps } from './assign/assignSecondaryIps';
import { chooseRegions } from './view/chooseRegions';
import { filterAndGroup } from './view/filterAndGroup';
import { clearFilter, filterByText } from './view/filterByText';
import { showFindings } from './findings/showFindings';
import { findAddress } from './find/findAddress';
import { showUnseen, copyNextAddress } from './unseen/showUnseen';
import { openNetworkOverview } from './map/openNetworkOverview';
import { openSubnetMap } from './map/openSubnetMap';
import { switchHere } from './view/switchHere';
import { findHere } from './find/findHere';
import { copyError } from './copy/copyError';
import { openHelp, openSettings, openWalkthrough, showLog } from './help/openHelp';
import { revealEntry } from './history/revealEntry';
import { showDetails, showDetailsJson } from './details/showDetails';
import { openInConsole } from './details/openInConsole';
import { copyAs } from './copy/copyAs';
import { guestOsCommands } from './guest/guestOsCommands';
import { failoverTest } from './guest/failoverTest';
import { setUpFailover } from './guest/setUpFailover';
import { copyAddress } from './copy/copyAddress';
import { copyDocument, showPreview, revealDocument } from './details/documentCommands';
import { copyHistoryEntry, openHistoryEntry } from './history/openHistoryEntry';
import { cutAddress, pasteAddress } from './move/cutAndPaste';
import { doctor } from './doctor/doctor';
import { exportSecondaryIps } from './declared/exportSecondaryIps';
import { addToFile } from './declared/addToFile';
import { revealDeclared, revealInFile } from './declared/revealInFile';
import { showDrift } from './declared/showDrift';
import { planAndApply } from './declared/planAndApply';
import { planFile } from './declared/planFile';
import { exportHistory } from './history/exportHistory';
import { clearHistoryFilter, filterHistory } from './history/filterHistory';
import { showHistory } from './history/showHistory';
import { dismissResult } from './result/dismissResult';
import { listFromFile } from './list/openList';
import { moveSecondaryIps } from './move/moveSecondaryIps';
import { openArchive } from './history/openArchive';
import { openHistoryFolder, setAsideUnreadable, refreshHistory } from './history/historyFiles';
import { redo } from './undo/redo';
import { refresh } from './view/refresh';
import { refreshNode } from './view/refreshNode';
import type { Command } from './commandContext';
import { removeProfile } from './profiles/removeProfile';
import { renameProfile } from './profiles/renameProfile';
import { retryFailed } from './undo/retryFailed';
import { setAssistants } from './profiles/setAssistants';
import { setProtection } from './profiles/setProtection';
import { switchProfile } from './profiles/switchProfile';
import { switchRegion } from './view/switchRegion';
import { trySandbox } from './sandbox/trySandbox';
import { unassignSecondaryIps } from './assign/unassignSecondaryIps';
import { undo, undoEntry } from './undo/undoEntry';
import { updateKeys } from './profiles/askKeys';

/** What this extension can do. Each command accepts its answers as an object and asks only for what is missing. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  'ncloudIp.addProfile': addProfile,
  'ncloudIp.removeProfile': removeProfile,
  'ncloudIp.renameProfile': renameProfile,
  'ncloudIp.switchProfile': switchProfile,
  'ncloudIp.switchRegion': switchRegion,
  'ncloudIp.switchHere': switchHere,
  'ncloudIp.findHere': findHere,
  'ncloudIp.copyError': copyError,
  'ncloudIp.openSettings': openSettings,
  'ncloudIp.openHelp': openHelp,
  'ncloudIp.openWalkthrough': openWalkthrough,
  'ncloudIp.revealEntry': revealEntry,
  'ncloudIp.updateKeys': updateKeys,
  'ncloudIp.setProtection': setProtection,
  'ncloudIp.setAssistants': setAssistants,
  'ncloudIp.chooseRegions': chooseRegions,
  'ncloudIp.filterAndGroup': filterAndGroup,
  'ncloudIp.filterByText': filterByText,
  'ncloudIp.clearFilter': clearFilter,
  'ncloudIp.showFindings': showFindings,
  'ncloudIp.findAddress': findAddress,
  'ncloudIp.showUnseen': showUnseen,
  'ncloudIp.openSubnetMap': openSubnetMap,
  'ncloudIp.openNetworkOverview': openNetworkOverview,
  'ncloudIp.copyNextAddress': copyNextAddress,
  'ncloudIp.showDetails': showDetails,
  'ncloudIp.showDetailsJson': showDetailsJson,
  'ncloudIp.openInConsole': openInConsole,
  'ncloudIp.copyAs': copyAs,
  'ncloudIp.guestOsCommands': guestOsCommands,
  'ncloudIp.setUpFailover': setUpFailover,
  'ncloudIp.failoverTest': failoverTest,
  'ncloudIp.copyDocument': copyDocument,
  'ncloudIp.revealDocument': revealDocument,
  'ncloudIp.showPreview': showPreview,
  'ncloudIp.trySandbox': trySandbox,
  'ncloudIp.refresh': refresh,
  'ncloudIp.refreshNode': refreshNode,
  'ncloudIp.assignSecondaryIps': assignSecondaryIps,
  'ncloudIp.unassignSecondaryIps': unassignSecondaryIps,
  'ncloudIp.moveSecondaryIps': moveSecondaryIps,
  'ncloudIp.cutAddress': cutAddress,
  'ncloudIp.pasteAddress': pasteAddress,
  'ncloudIp.assignFromList': assignFromList,
  'ncloudIp.assignGoodLines': assignGoodLines,
  'ncloudIp.listFromFile': listFromFile,
  'ncloudIp.planFile': planFile,
  'ncloudIp.planAndApply': planAndApply,
  'ncloudIp.exportSecondaryIps': exportSecondaryIps,
  'ncloudIp.showDrift': showDrift,
  'ncloudIp.addToFile': addToFile,
  'ncloudIp.revealInFile': revealInFile,
  'ncloudIp.revealDeclared': revealDeclared,
  'ncloudIp.undo': undo,
  'ncloudIp.undoEntry': undoEntry,
  'ncloudIp.redo': redo,
  'ncloudIp.retryFailed': retryFailed,
  'ncloudIp.openHistoryEntry': openHistoryEntry,
  'ncloudIp.copyHistoryEntry': copyHistoryEntry,
  'ncloudIp.exportHistory': exportHistory,
  'ncloudIp.showHistory': showHistory,
  'ncloudIp.filterHistory': filterHistory,
  'ncloudIp.clearHistoryFilter': clearHistoryFilter,
  'ncloudIp.dismissResult': dismissResult,
  'ncloudIp.refreshHistory': refreshHistory,
  'ncloudIp.openHistoryFolder': openHistoryFolder,
  'ncloudIp.setAsideUnreadable': setAsideUnreadable,
  'ncloudIp.archiveHistory': archiveHistory,
  'ncloudIp.openArchive': openArchive,
  'ncloudIp.copyAddress': copyAddress,
  'ncloudIp.doctor': doctor,
  'ncloudIp.showLog': showLog,
};
