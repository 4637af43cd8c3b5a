/** The extension indicators' ids, in one place: a strategy may call them otherwise. */
export const EXTENSION_IDS = {
  peopleOutside: "x.people-outside",
  groupsOutside: "x.groups-outside",
  coordinatorsOutside: "x.coordinators-outside",
  participationsOutside: "x.participations-outside",
  communesWithValidGroup: "x.communes-with-valid-group",
  strategicCommunes: "x.strategic-communes",
  registeredPer100k: "x.registered-per-100k",
  dissimilarity: "x.dissimilarity",
  retention: "x.retention",
  peoplePerCoordinator: "x.people-per-coordinator",
  workshopFollowThrough: "x.workshop-follow-through",
  idleAgreements: "x.idle-agreements",
  jointActivities: "x.joint-activities",
  partnerMeetings: "x.partner-meetings",
  approvalDays: "x.approval-days",
  decisionsOutside: "x.decisions-outside",
} as const;
