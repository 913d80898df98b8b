export interface AuditFiles {
  readonly databaseFile: string;
  readonly keyFile: string;
  readonly headFile: string;
}
