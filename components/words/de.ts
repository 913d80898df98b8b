import { accountWords, setUpFactorWords } from "./de/account";
import {
  auditActorWords,
  auditDetailWords,
  auditFindingWords,
  auditSearchWords,
  auditStandingWords,
  auditWords,
} from "./de/audit";
import { auditEventWords, auditOutcomeWords, auditPhaseWords } from "./de/audit-events";
import { brokenWords } from "./de/broken";
import { demoWords } from "./de/demo";
import { domainMistakeWords, loginTwiceInFile } from "./de/domain-mistakes";
import { domainCsvWords, domainDeleteWords, domainFormWords, domainWords } from "./de/domains";
import { failureSentences, untoldFailures } from "./de/failures";
import { formats } from "./de/formats";
import { copyWords, frameWords, roleWords } from "./de/frame";
import {
  briefLimits,
  exactLimits,
  limitAdvices,
  limitSentences,
  limitWords,
  settingAdvice,
  sourceWords,
  sudoAdvices,
} from "./de/limits";
import { mySessionWords, ownSessionWords } from "./de/my-sessions";
import { openIdWords } from "./de/open-id";
import { overviewWords } from "./de/overview";
import { proofWords } from "./de/proof";
import { reasons } from "./de/reasons";
import { enrolmentWords, secondStepWords } from "./de/second-step";
import {
  findingWords,
  healthWords,
  lockedWords,
  serverColumnWords,
  serverDeleteWords,
  serverFormWords,
  serverImportWords,
  serverWords,
} from "./de/servers";
import { cardWords, columnWords, sessionWords, unknownWords } from "./de/session";
import { actionWords, dialogWords, forceWords } from "./de/session-action";
import { detailWords } from "./de/session-detail";
import { kindWords, ownFtpWords, stateWords } from "./de/session-kinds";
import { lossWords, whereWords } from "./de/session-loss";
import { ftpNotes, notOfferedWords, notSelectableWords, terminalNotes } from "./de/session-notes";
import { outcomeLineWords, outcomeSentences, rowOutcomeWords } from "./de/session-outcome";
import { ftpStatusWords, ftpTypeWords, tallyWords, terminalStatusWords } from "./de/session-states";
import { exportWords, filterWords, keyWords, layoutWords } from "./de/session-table";
import { setUpWords } from "./de/set-up";
import { settingsWords } from "./de/settings";
import { signInWords } from "./de/sign-in";
import { thisMachineWords } from "./de/this-machine";
import { toolCountWords, toolWords } from "./de/tools";
import {
  userColumnWords,
  userConsentWords,
  userFormWords,
  userPasswordWords,
  userWords,
} from "./de/users";
import type { Words } from "./words";

export const german: Words = {
  reasons,
  formats,
  frameWords,
  copyWords,
  roleWords,
  toolWords,
  toolCountWords,
  overviewWords,
  brokenWords,
  userWords,
  userColumnWords,
  userFormWords,
  userPasswordWords,
  userConsentWords,
  signInWords,
  setUpWords,
  openIdWords,
  secondStepWords,
  enrolmentWords,
  setUpFactorWords,
  accountWords,
  proofWords,
  demoWords,
  mySessionWords,
  ownSessionWords,
  settingsWords,
  domainWords,
  domainFormWords,
  domainDeleteWords,
  domainCsvWords,
  domainMistakeWords,
  loginTwiceInFile,
  serverWords,
  lockedWords,
  serverColumnWords,
  healthWords,
  serverFormWords,
  findingWords,
  serverDeleteWords,
  serverImportWords,
  auditWords,
  auditSearchWords,
  auditStandingWords,
  auditDetailWords,
  auditActorWords,
  auditFindingWords,
  auditEventWords,
  auditOutcomeWords,
  auditPhaseWords,
  thisMachineWords,
  sessionWords,
  columnWords,
  cardWords,
  unknownWords,
  ftpTypeWords,
  ftpStatusWords,
  terminalStatusWords,
  tallyWords,
  ftpNotes,
  terminalNotes,
  notOfferedWords,
  notSelectableWords,
  kindWords,
  ownFtpWords,
  stateWords,
  actionWords,
  forceWords,
  dialogWords,
  rowOutcomeWords,
  outcomeLineWords,
  outcomeSentences,
  lossWords,
  whereWords,
  detailWords,
  filterWords,
  layoutWords,
  exportWords,
  keyWords,
  failureSentences,
  untoldFailures,
  sourceWords,
  limitWords,
  briefLimits,
  limitSentences,
  exactLimits,
  limitAdvices,
  sudoAdvices,
  settingAdvice,
};
