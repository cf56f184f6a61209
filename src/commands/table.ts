import type { CommandId } from '../contributions';
import { addProfile } from './addProfile';
import { archiveHistory } from './archiveHistory';
import { assignFromList } from './assignFromList';
import { assignGoodLines } from './assignGoodLines';
import { assignSecondaryIps } from './assignSecondaryIps';
import { chooseRegions } from './chooseRegions';
import { changeLook } from './changeLook';
import { clearFilter } from './clearFilter';
import { filterByText } from './filterByText';
import { showFindings } from './showFindings';
import { findAddress } from './findAddress';
import { showUnseen } from './showUnseen';
import { copyNextAddress } from './copyNextAddress';
import { switchHere } from './switchHere';
import { findHere } from './findHere';
import { copyError } from './copyError';
import { openHelp, openSettings, openWalkthrough } from './openHelp';
import { revealEntry } from './revealEntry';
import { showDetails } from './showDetails';
import { showDetailsJson } from './showDetailsJson';
import { openInConsole } from './openInConsole';
import { copyAs } from './copyAs';
import { guestOsCommands } from './guestOsCommands';
import { copyAddress } from './copyAddress';
import { copyDocument } from './copyDocument';
import { revealDocument } from './revealDocument';
import { showPreview } from './showPreview';
import { copyHistoryEntry } from './copyHistoryEntry';
import { cutAddress } from './cutAddress';
import { doctor } from './doctor';
import { exportHistory } from './exportHistory';
import { clearHistoryFilter, filterHistory } from './filterHistory';
import { showHistory } from './showHistory';
import { dismissResult } from './dismissResult';
import { listFromFile } from './listFromFile';
import { moveSecondaryIps } from './moveSecondaryIps';
import { openArchive } from './openArchive';
import { openHistoryEntry } from './openHistoryEntry';
import { openHistoryFolder } from './openHistoryFolder';
import { pasteAddress } from './pasteAddress';
import { redo } from './redo';
import { refresh } from './refresh';
import { refreshHistory } from './refreshHistory';
import { refreshNode } from './refreshNode';
import type { Command } from './commandContext';
import { removeProfile } from './removeProfile';
import { renameProfile } from './renameProfile';
import { retryFailed } from './retryFailed';
import { setAsideUnreadable } from './setAsideUnreadable';
import { setProtection } from './setProtection';
import { showLog } from './showLog';
import { switchProfile } from './switchProfile';
import { switchRegion } from './switchRegion';
import { trySandbox } from './trySandbox';
import { unassignSecondaryIps } from './unassignSecondaryIps';
import { undo } from './undo';
import { undoEntry } from './undoEntry';
import { updateKeys } from './updateKeys';

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
  'ncloudIp.chooseRegions': chooseRegions,
  'ncloudIp.changeLook': changeLook,
  'ncloudIp.filterByText': filterByText,
  'ncloudIp.clearFilter': clearFilter,
  'ncloudIp.showFindings': showFindings,
  'ncloudIp.findAddress': findAddress,
  'ncloudIp.showUnseen': showUnseen,
  'ncloudIp.copyNextAddress': copyNextAddress,
  'ncloudIp.showDetails': showDetails,
  'ncloudIp.showDetailsJson': showDetailsJson,
  'ncloudIp.openInConsole': openInConsole,
  'ncloudIp.copyAs': copyAs,
  'ncloudIp.guestOsCommands': guestOsCommands,
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
