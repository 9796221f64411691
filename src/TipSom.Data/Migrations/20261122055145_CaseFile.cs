using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class CaseFile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events");

            migrationBuilder.AddColumn<bool>(
                name: "address_is_confidential",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "age_basis",
                schema: "casework",
                table: "victims",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "age_when_exploited",
                schema: "casework",
                table: "victims",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "citizenship_code",
                schema: "casework",
                table: "victims",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_be_contacted",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_interpreter",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "other_language_codes",
                schema: "casework",
                table: "victims",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "papers_held_by_trafficker",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "sex_on_document",
                schema: "casework",
                table: "victims",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "found_on",
                schema: "casework",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "import_id",
                schema: "casework",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sees_investigation",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "until",
                schema: "casework",
                table: "case_access",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "works",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 3);

            migrationBuilder.CreateTable(
                name: "family_ties",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    keep_together = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_ties", x => x.id);
                    table.CheckConstraint("ck_family_ties_ended_whole", "(until is null) = (ended_by_id is null)");
                    table.CheckConstraint("ck_family_ties_kind", "kind in ('ParentOf', 'SpouseOf', 'SiblingOf', 'GuardianOf', 'OtherRelativeOf')");
                    table.CheckConstraint("ck_family_ties_two_people", "person_id <> relative_id");
                    table.ForeignKey(
                        name: "fk_family_ties_person_id_case_id",
                        columns: x => new { x.person_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_family_ties_relative_id_case_id",
                        columns: x => new { x.relative_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_roles",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    sealed_end_reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_roles", x => x.id);
                    table.CheckConstraint("ck_person_roles_ended_whole", "(until is null) = (ended_by_id is null)");
                    table.CheckConstraint("ck_person_roles_role", "role in ('VictimOfTrafficking', 'SmuggledMigrant', 'Witness', 'Dependant')");
                    table.ForeignKey(
                        name: "fk_person_roles_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_imports",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    sealed_file = table.Column<byte[]>(type: "bytea", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    columns = table.Column<int[]>(type: "integer[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    left_out = table.Column<int>(type: "integer", nullable: false),
                    cases_in = table.Column<int>(type: "integer", nullable: false),
                    people_in = table.Column<int>(type: "integer", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_hand_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_imports", x => x.id);
                    table.CheckConstraint("ck_register_imports_format", "format in ('Csv', 'Xlsx')");
                    table.CheckConstraint("ck_register_imports_status", "status in ('Uploaded', 'Running', 'Finished', 'Cancelling', 'Cancelled')");
                    table.ForeignKey(
                        name: "fk_register_imports_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_imports_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suspects",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sealed_details = table.Column<byte[]>(type: "bytea", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    citizenship_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    in_organised_group = table.Column<bool>(type: "boolean", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sealed_why_accused = table.Column<byte[]>(type: "bytea", nullable: true),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    looked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    looked_by_name = table.Column<string>(type: "text", nullable: true),
                    sealed_look_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    found_victim_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    role_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    age_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    age_years = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspects", x => x.id);
                    table.UniqueConstraint("ak_suspects_id_case_id", x => new { x.id, x.case_id });
                    table.CheckConstraint("ck_suspects_age_years", "age_years between 0 and 120");
                    table.CheckConstraint("ck_suspects_looked_whole", "(looked_at is null) = (looked_by_id is null) and (looked_at is null or sealed_why_accused is not null)");
                    table.CheckConstraint("ck_suspects_person_with_reason", "victim_id is null or sealed_why_accused is not null or found_victim_at is not null");
                    table.CheckConstraint("ck_suspects_sex", "sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.CheckConstraint("ck_suspects_status", "status in ('Suspected', 'Arrested', 'ReleasedForLackOfEvidence', 'ProclaimedOffender', 'Cleared')");
                    table.ForeignKey(
                        name: "fk_suspects_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suspects_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suspect_openings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    suspect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspect_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_suspect_openings_suspect_id_case_id",
                        columns: x => new { x.suspect_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "suspects",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_age_basis",
                schema: "casework",
                table: "victims",
                sql: "age_basis in ('Document', 'Stated', 'Estimated', 'Medical')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_age_when_exploited",
                schema: "casework",
                table: "victims",
                sql: "age_when_exploited between 0 and 120");

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_sex_on_document",
                schema: "casework",
                table: "victims",
                sql: "sex_on_document in ('Female', 'Male', 'Transgender', 'Unknown')");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                filter: "import_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'RolesChanged', 'FamilyChanged', 'PersonDescribed', 'ContactChanged')");

            migrationBuilder.CreateIndex(
                name: "ix_family_ties_case_id",
                schema: "casework",
                table: "family_ties",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_ties_person_id_case_id",
                schema: "casework",
                table: "family_ties",
                columns: new[] { "person_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_family_ties_relative_id_case_id",
                schema: "casework",
                table: "family_ties",
                columns: new[] { "relative_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_family_ties_held",
                schema: "casework",
                table: "family_ties",
                columns: new[] { "person_id", "relative_id" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_roles_case_id",
                schema: "casework",
                table: "person_roles",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_roles_victim_id_case_id",
                schema: "casework",
                table: "person_roles",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_person_roles_held",
                schema: "casework",
                table: "person_roles",
                columns: new[] { "victim_id", "role" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_unit_id_agency_id",
                schema: "casework",
                table: "register_imports",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_user_id",
                schema: "casework",
                table: "register_imports",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_user_unit_id_uploaded_at",
                schema: "casework",
                table: "register_imports",
                columns: new[] { "user_unit_id", "uploaded_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_suspect_openings_case_id_at",
                schema: "casework",
                table: "suspect_openings",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_suspect_openings_suspect_id_case_id",
                schema: "casework",
                table: "suspect_openings",
                columns: new[] { "suspect_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_suspects_victim_id_case_id",
                schema: "casework",
                table: "suspects",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_suspects_accused_person",
                schema: "casework",
                table: "suspects",
                column: "victim_id",
                unique: true,
                filter: "victim_id is not null and status <> 'Cleared'");

            migrationBuilder.CreateIndex(
                name: "ux_suspects_case_id_position",
                schema: "casework",
                table: "suspects",
                columns: new[] { "case_id", "position" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                principalSchema: "casework",
                principalTable: "register_imports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 3);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
