import { englishReasons } from "@/lib/sessions/reason";
import { accountWords, setUpFactorWords } from "./en/account";
import {
  auditActorWords,
  auditDetailWords,
  auditFindingWords,
  auditSearchWords,
  auditStandingWords,
  auditWords,
} from "./en/audit";
import { auditEventWords, auditOutcomeWords, auditPhaseWords } from "./en/audit-events";
import { brokenWords } from "./en/broken";
import { demoWords } from "./en/demo";
import { domainMistakeWords, loginTwiceInFile } from "./en/domain-mistakes";
import { domainCsvWords, domainDeleteWords, domainFormWords, domainWords } from "./en/domains";
import { failureSentences, untoldFailures } from "./en/failures";
import { formats } from "./en/formats";
import { copyWords, frameWords, roleWords } from "./en/frame";
import {
  briefLimits,
  exactLimits,
  limitAdvices,
  limitSentences,
  limitWords,
  settingAdvice,
  sourceWords,
  sudoAdvices,
} from "./en/limits";
import { mySessionWords, ownSessionWords } from "./en/my-sessions";
import { openIdWords } from "./en/open-id";
import { overviewWords } from "./en/overview";
import { proofWords } from "./en/proof";
import { enrolmentWords, secondStepWords } from "./en/second-step";
import {
  findingWords,
  healthWords,
  lockedWords,
  serverColumnWords,
  serverDeleteWords,
  serverFormWords,
  serverImportWords,
  serverWords,
} from "./en/servers";
import { cardWords, columnWords, sessionWords, unknownWords } from "./en/session";
import { actionWords, dialogWords, forceWords } from "./en/session-action";
import { detailWords } from "./en/session-detail";
import { kindWords, ownFtpWords, stateWords } from "./en/session-kinds";
import { lossWords, whereWords } from "./en/session-loss";
import { ftpNotes, notOfferedWords, notSelectableWords, terminalNotes } from "./en/session-notes";
import { outcomeLineWords, outcomeSentences, rowOutcomeWords } from "./en/session-outcome";
import { ftpStatusWords, ftpTypeWords, tallyWords, terminalStatusWords } from "./en/session-states";
import { exportWords, filterWords, keyWords, layoutWords } from "./en/session-table";
import { setUpWords } from "./en/set-up";
import { settingsWords } from "./en/settings";
import { signInWords } from "./en/sign-in";
import { thisMachineWords } from "./en/this-machine";
import { toolCountWords, toolWords } from "./en/tools";
import {
  userColumnWords,
  userConsentWords,
  userFormWords,
  userPasswordWords,
  userWords,
} from "./en/users";

/** The English catalogue, which says what texts there are. */
export const english = {
  reasons: englishReasons,
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
} as const;
