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
            migrationBuilder.DropIndex(
                name: "ux_needs_victim_id_service",
                schema: "casework",
                table: "needs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events");

            migrationBuilder.AddColumn<DateOnly>(
                name: "risk_review_on",
                schema: "casework",
                table: "victims",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                schema: "casework",
                table: "needs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending",
                schema: "casework",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "points_read",
                schema: "casework",
                table: "consents",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "purposes",
                schema: "casework",
                table: "consents",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

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

            migrationBuilder.AddUniqueConstraint(
                name: "ak_needs_id_victim_id_case_id",
                schema: "casework",
                table: "needs",
                columns: new[] { "id", "victim_id", "case_id" });

            migrationBuilder.CreateTable(
                name: "exploitation_records",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    for_child = table.Column<bool>(type: "boolean", nullable: false),
                    is_attempt = table.Column<bool>(type: "boolean", nullable: false),
                    is_forced_labour = table.Column<bool>(type: "boolean", nullable: false),
                    industry_code = table.Column<string>(type: "text", nullable: true),
                    recruiter_code = table.Column<string>(type: "text", nullable: true),
                    sealed_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    acts = table.Column<string[]>(type: "text[]", nullable: false),
                    begging_forms = table.Column<List<string>>(type: "text[]", nullable: false),
                    controls = table.Column<List<string>>(type: "text[]", nullable: false),
                    means = table.Column<string[]>(type: "text[]", nullable: false),
                    recruitments = table.Column<List<string>>(type: "text[]", nullable: false),
                    sexual_forms = table.Column<List<string>>(type: "text[]", nullable: false),
                    types = table.Column<List<string>>(type: "text[]", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exploitation_records", x => x.id);
                    table.CheckConstraint("ck_exploitation_records_acts", "acts <@ array['Recruiting', 'Harbouring', 'Transporting', 'Providing', 'Obtaining']");
                    table.CheckConstraint("ck_exploitation_records_means", "means <@ array['Force', 'Fraud', 'Coercion']");
                    table.ForeignKey(
                        name: "fk_exploitation_records_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_screenings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    for_child = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_notes = table.Column<byte[]>(type: "bytea", nullable: true),
                    absent = table.Column<List<string>>(type: "text[]", nullable: false),
                    present = table.Column<List<string>>(type: "text[]", nullable: false),
                    unknown = table.Column<List<string>>(type: "text[]", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_screenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_screenings_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    label_ur = table.Column<string>(type: "text", nullable: false),
                    adult_weight = table.Column<string>(type: "text", nullable: true),
                    child_weight = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => x.code);
                    table.CheckConstraint("ck_indicators_adult_weight", "adult_weight in ('Strong', 'Medium', 'Weak')");
                    table.CheckConstraint("ck_indicators_child_weight", "child_weight in ('Strong', 'Medium', 'Weak')");
                    table.CheckConstraint("ck_indicators_dimension", "dimension in ('DeceptiveRecruitment', 'CoerciveRecruitment', 'RecruitmentByVulnerability', 'ConditionsOfWork', 'CoercionAtDestination', 'VulnerabilityAtDestination')");
                });

            migrationBuilder.CreateTable(
                name: "need_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    ending = table.Column<string>(type: "text", nullable: true),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_changes", x => x.id);
                    table.CheckConstraint("ck_need_changes_ended_whole", "(kind = 'Ended') = (ending is not null)");
                    table.CheckConstraint("ck_need_changes_ending", "ending in ('MetOtherwise', 'NoLongerNeeded')");
                    table.CheckConstraint("ck_need_changes_kind", "kind in ('Added', 'UrgencyChanged', 'Ended')");
                    table.CheckConstraint("ck_need_changes_urgency", "urgency in ('Emergency', 'Urgent', 'Routine')");
                    table.ForeignKey(
                        name: "fk_need_changes_need_id_victim_id_case_id",
                        columns: x => new { x.need_id, x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "needs",
                        principalColumns: new[] { "id", "victim_id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provider_notes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sealed_notes = table.Column<byte[]>(type: "bytea", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_provider_notes_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reflection_periods",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reflection_periods", x => x.id);
                    table.CheckConstraint("ck_reflection_periods_in_order", "starts_on <= ends_on");
                    table.ForeignKey(
                        name: "fk_reflection_periods_victim_id_case_id",
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
                name: "risk_assessments",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    transport = table.Column<string>(type: "text", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_assessments", x => x.id);
                    table.CheckConstraint("ck_risk_assessments_judged", "level <> 'NotAssessed'");
                    table.CheckConstraint("ck_risk_assessments_level", "level in ('NotAssessed', 'Low', 'Medium', 'High')");
                    table.CheckConstraint("ck_risk_assessments_reasons", "reasons <@ array['KnowsAddress', 'Threats', 'PhoneTraced', 'Weapon', 'FamilyInvolved', 'OffenderFree', 'SelfHarm', 'Other']");
                    table.CheckConstraint("ck_risk_assessments_review_set", "level = 'Low' or review_on is not null");
                    table.CheckConstraint("ck_risk_assessments_transport", "transport in ('PoliceEscort', 'ProviderFetches', 'TrustedPerson', 'NoTravel', 'NotArranged')");
                    table.CheckConstraint("ck_risk_assessments_transport_said", "level <> 'High' or transport is not null");
                    table.ForeignKey(
                        name: "fk_risk_assessments_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "route_places",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<double>(type: "double precision", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    country_code = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_places", x => x.id);
                    table.CheckConstraint("ck_route_places_country_code", "country_code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_route_places_district_in_pakistan", "district_code is null or country_code = 'PK'");
                    table.CheckConstraint("ck_route_places_removed_whole", "(removed_at is null) = (removed_by_id is null)");
                    table.CheckConstraint("ck_route_places_stage", "stage in ('Recruitment', 'Transit', 'Exploitation', 'Rescue')");
                    table.CheckConstraint("ck_route_places_year_or_day", "year is null or day is null");
                    table.ForeignKey(
                        name: "fk_route_places_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_places_removed_by_id",
                        column: x => x.removed_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_places_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vulnerability_records",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    absent = table.Column<List<string>>(type: "text[]", nullable: false),
                    protections = table.Column<List<string>>(type: "text[]", nullable: false),
                    risks = table.Column<List<string>>(type: "text[]", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vulnerability_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_vulnerability_records_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_victims_risk_review_on",
                schema: "casework",
                table: "victims",
                column: "risk_review_on",
                filter: "risk_review_on is not null");

            migrationBuilder.CreateIndex(
                name: "ux_needs_victim_id_service",
                schema: "casework",
                table: "needs",
                columns: new[] { "victim_id", "service" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_needs_ended_whole",
                schema: "casework",
                table: "needs",
                sql: "(ended_at is null) = (ending is null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_needs_ending",
                schema: "casework",
                table: "needs",
                sql: "ending in ('MetOtherwise', 'NoLongerNeeded')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_consents_points_read",
                schema: "casework",
                table: "consents",
                sql: "points_read <@ array['Interview', 'Aim', 'Use', 'Research', 'OwnData', 'Storage', 'Withdrawal']");

            migrationBuilder.AddCheckConstraint(
                name: "ck_consents_purposes",
                schema: "casework",
                table: "consents",
                sql: "purposes <@ array['Services', 'ShareWithProvider', 'ShareWithPolice', 'Research', 'ContactByPhone']");

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
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'BorderCorrected')");

            migrationBuilder.CreateIndex(
                name: "ix_exploitation_records_case_id",
                schema: "casework",
                table: "exploitation_records",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_exploitation_records_victim_id_case_id",
                schema: "casework",
                table: "exploitation_records",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_exploitation_records",
                schema: "casework",
                table: "exploitation_records",
                columns: new[] { "victim_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicator_screenings_case_id",
                schema: "casework",
                table: "indicator_screenings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_screenings_victim_id_case_id",
                schema: "casework",
                table: "indicator_screenings",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_indicator_screenings",
                schema: "casework",
                table: "indicator_screenings",
                columns: new[] { "victim_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_need_changes_case_id",
                schema: "casework",
                table: "need_changes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_need_changes_need_id_victim_id_case_id",
                schema: "casework",
                table: "need_changes",
                columns: new[] { "need_id", "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_need_changes_victim_id",
                schema: "casework",
                table: "need_changes",
                column: "victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_notes_case_id",
                schema: "casework",
                table: "provider_notes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_notes_victim_id_case_id",
                schema: "casework",
                table: "provider_notes",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_provider_notes",
                schema: "casework",
                table: "provider_notes",
                columns: new[] { "victim_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reflection_periods_case_id",
                schema: "casework",
                table: "reflection_periods",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_reflection_periods_victim_id_case_id",
                schema: "casework",
                table: "reflection_periods",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_reflection_periods",
                schema: "casework",
                table: "reflection_periods",
                columns: new[] { "victim_id", "version" },
                unique: true);

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
                name: "ix_risk_assessments_case_id",
                schema: "casework",
                table: "risk_assessments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_assessments_victim_id_case_id",
                schema: "casework",
                table: "risk_assessments",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_risk_assessments",
                schema: "casework",
                table: "risk_assessments",
                columns: new[] { "victim_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_route_places_case_id",
                schema: "casework",
                table: "route_places",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_places_district_code",
                schema: "casework",
                table: "route_places",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_route_places_removed_by_id",
                schema: "casework",
                table: "route_places",
                column: "removed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_places_victim_id_case_id",
                schema: "casework",
                table: "route_places",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_vulnerability_records_case_id",
                schema: "casework",
                table: "vulnerability_records",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_vulnerability_records_victim_id_case_id",
                schema: "casework",
                table: "vulnerability_records",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_version_vulnerability_records",
                schema: "casework",
                table: "vulnerability_records",
                columns: new[] { "victim_id", "version" },
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
