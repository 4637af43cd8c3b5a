// The rows that stand, as the definitions see them: what they refer to in place of ids, days as
// texts, and null for everything that is empty, unreadable, dangling or unknown.

/** Days from `start` to `end`, both of them too; nothing when it starts after it ends. */
export interface OracleSpell {
  readonly start: string;
  readonly end: string;
}

/** A region and a commune of the section's geography, or null: unknown. */
export interface OraclePlace {
  readonly region: string | null;
  readonly commune: string | null;
}

export interface OraclePerson extends OraclePlace {
  readonly gender: string | null;
  readonly birthdate: string | null;
  readonly relation: string | null;
  readonly leftOn: string | null;
  readonly pausedFrom: string | null;
  readonly spell: OracleSpell;
}

export interface OracleProject {
  readonly id: string | null;
  readonly objective: string | null;
}

export interface OracleGroup extends OraclePlace {
  readonly id: string | null;
  readonly type: string | null;
  readonly project: OracleProject | null;
  readonly foundedOn: string | null;
  readonly closedOn: string | null;
  readonly spell: OracleSpell;
}

export interface OracleMembership {
  readonly person: OraclePerson;
  readonly group: OracleGroup;
  readonly role: string | null;
  readonly spell: OracleSpell;
}

export interface OracleOrganization {
  readonly region: string | null;
  readonly relation: string | null;
  readonly spell: OracleSpell;
}

export interface OracleActivity extends OraclePlace {
  readonly kind: string | null;
  readonly date: string | null;
  readonly group: OracleGroup | null;
  /** Its own, or else its group's. */
  readonly project: OracleProject | null;
  readonly organizations: readonly OracleOrganization[];
}

export interface OracleParticipation {
  readonly person: OraclePerson;
  readonly activity: OracleActivity;
  readonly attended: boolean;
}

export interface OracleAgreement {
  readonly organization: OracleOrganization;
  readonly spell: OracleSpell;
}

export interface OracleApproval {
  readonly activity: OracleActivity;
  readonly requestedOn: string | null;
  readonly decidedOn: string | null;
  readonly decidedIn: string | null;
}

export interface OraclePopulation extends OraclePlace {
  /** The code of its region or commune. */
  readonly place: string;
  readonly year: number;
  readonly base: string | null;
  readonly inhabitants: number;
}

export interface OracleCommune extends OraclePlace {
  readonly strategicSince: string | null;
}

/** The rows that stand, with what they refer to in place of ids. */
export interface OracleWorld {
  readonly people: readonly OraclePerson[];
  readonly groups: readonly OracleGroup[];
  readonly memberships: readonly OracleMembership[];
  readonly projects: readonly OracleProject[];
  readonly activities: readonly OracleActivity[];
  readonly participations: readonly OracleParticipation[];
  readonly organizations: readonly OracleOrganization[];
  readonly agreements: readonly OracleAgreement[];
  readonly approvals: readonly OracleApproval[];
  readonly populations: readonly OraclePopulation[];
  readonly communes: readonly OracleCommune[];
}
