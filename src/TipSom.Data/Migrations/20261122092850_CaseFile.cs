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
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "ux_needs_victim_id_service",
                schema: "casework",
                table: "needs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules");

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

            migrationBuilder.AddColumn<DateOnly>(
                name: "risk_review_on",
                schema: "casework",
                table: "victims",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sex_on_document",
                schema: "casework",
                table: "victims",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "sent_by_agency_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "case_id",
                schema: "telling",
                table: "notifications",
                type: "uuid",
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

            migrationBuilder.AddColumn<string>(
                name: "childs_view",
                schema: "casework",
                table: "consents",
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

            migrationBuilder.AddColumn<string>(
                name: "closed_for",
                schema: "casework",
                table: "cases",
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

            migrationBuilder.AddColumn<Guid>(
                name: "to_unit_id",
                schema: "casework",
                table: "case_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sees_documents",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

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
                name: "case_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    within = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    field = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    sealed_before = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_changes", x => x.id);
                    table.CheckConstraint("ck_case_changes_within", "within in ('Case', 'Identity', 'Investigation')");
                    table.ForeignKey(
                        name: "fk_case_changes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_changes_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_documents",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    photograph_reason = table.Column<string>(type: "text", nullable: true),
                    format = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    pages = table.Column<int>(type: "integer", nullable: true),
                    sealed_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    scan = table.Column<string>(type: "text", nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scan_leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by_name = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_out_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_out_by_name = table.Column<string>(type: "text", nullable: true),
                    take_out_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_documents", x => x.id);
                    table.UniqueConstraint("ak_case_documents_id_case_id", x => new { x.id, x.case_id });
                    table.CheckConstraint("ck_case_documents_dots", "width > 0 and height > 0 and width::bigint * height <= 24000000");
                    table.CheckConstraint("ck_case_documents_format", "format in ('Jpeg', 'Png', 'Pdf')");
                    table.CheckConstraint("ck_case_documents_kind", "kind in ('FirCopy', 'MedicalPaper', 'IdentityDocument', 'Photograph', 'CourtPaper', 'Other')");
                    table.CheckConstraint("ck_case_documents_length", "length between 1 and 5242880");
                    table.CheckConstraint("ck_case_documents_photograph", "(kind = 'Photograph') = (photograph_reason is not null)");
                    table.CheckConstraint("ck_case_documents_photograph_reason", "photograph_reason in ('Injuries', 'Recognition', 'Ordered', 'Papers')");
                    table.CheckConstraint("ck_case_documents_scan", "scan in ('Waiting', 'Clean', 'Infected')");
                    table.CheckConstraint("ck_case_documents_take_out_reason", "take_out_reason in ('WrongCase', 'Twice', 'Unreadable', 'NotNeeded')");
                    table.CheckConstraint("ck_case_documents_taken_out", "num_nulls(taken_out_at, taken_out_by_id, taken_out_by_name, take_out_reason) in (0, 4)");
                    table.ForeignKey(
                        name: "fk_case_documents_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_laws",
                schema: "casework",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offence_from = table.Column<DateOnly>(type: "date", nullable: true),
                    offence_to = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_lead = table.Column<string>(type: "text", nullable: true),
                    decided_court = table.Column<string>(type: "text", nullable: true),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    protection_in_camera = table.Column<bool>(type: "boolean", nullable: false),
                    protection_pseudonym = table.Column<bool>(type: "boolean", nullable: false),
                    protection_sealed_record = table.Column<bool>(type: "boolean", nullable: false),
                    protection_video_link = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_laws", x => x.case_id);
                    table.CheckConstraint("ck_case_laws_days", "(offence_from is null) = (offence_to is null) and offence_from <= offence_to");
                    table.CheckConstraint("ck_case_laws_decided_lead", "decided_lead in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight')");
                    table.CheckConstraint("ck_case_laws_decided_whole", "(decided_lead is null) = (sealed_reason is null) and (decided_lead is null) = (decided_at is null)");
                    table.ForeignKey(
                        name: "fk_case_laws_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_notes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_notes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_offences",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offence_code = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_offences", x => x.id);
                    table.UniqueConstraint("ak_case_offences_id_case_id", x => new { x.id, x.case_id });
                    table.ForeignKey(
                        name: "fk_case_offences_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_offences_offence_code",
                        column: x => x.offence_code,
                        principalSchema: "reference",
                        principalTable: "offences",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_reclassifications",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_kind = table.Column<string>(type: "text", nullable: false),
                    to_kind = table.Column<string>(type: "text", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_reclassifications", x => x.id);
                    table.CheckConstraint("ck_case_reclassifications_from_kind", "from_kind in ('Trafficking', 'Smuggling')");
                    table.CheckConstraint("ck_case_reclassifications_moves", "from_kind <> to_kind");
                    table.CheckConstraint("ck_case_reclassifications_to_kind", "to_kind in ('Trafficking', 'Smuggling')");
                    table.ForeignKey(
                        name: "fk_case_reclassifications_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_shares",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sees_identity = table.Column<bool>(type: "boolean", nullable: false),
                    sees_investigation = table.Column<bool>(type: "boolean", nullable: false),
                    sees_documents = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_shares", x => x.id);
                    table.CheckConstraint("ck_case_shares_ended", "(status = 'Ended') = (ended_at is not null)");
                    table.CheckConstraint("ck_case_shares_status", "status in ('Asked', 'InForce', 'Refused', 'Ended')");
                    table.ForeignKey(
                        name: "fk_case_shares_asked_by_id",
                        column: x => x.asked_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_shares_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_shares_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_status_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    sealed_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_status_changes", x => x.id);
                    table.CheckConstraint("ck_case_status_changes_closed_with_a_reason", "(status = 'Closed') = (reason is not null)");
                    table.CheckConstraint("ck_case_status_changes_reason", "reason in ('FollowedUpAndDone', 'HandedToCourt', 'NotTrafficking', 'LostContact', 'Duplicate', 'EnteredInError', 'Other')");
                    table.CheckConstraint("ck_case_status_changes_status", "status in ('Open', 'Closed')");
                    table.ForeignKey(
                        name: "fk_case_status_changes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "compensations",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ordered_rupees = table.Column<long>(type: "bigint", nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paid_rupees = table.Column<long>(type: "bigint", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compensations", x => x.id);
                    table.CheckConstraint("ck_compensations_amounts", "(ordered_rupees is null) = (ordered_on is null) and (paid_rupees is null) = (paid_on is null)\nand ordered_rupees between 0 and 1000000000 and (paid_rupees is null or paid_rupees between 0 and coalesce(ordered_rupees, -1))");
                    table.ForeignKey(
                        name: "fk_compensations_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connect_requests",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    told_sex = table.Column<string>(type: "text", nullable: true),
                    told_age = table.Column<string>(type: "text", nullable: true),
                    told_district_code = table.Column<string>(type: "text", nullable: true),
                    sealed_contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    to_case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_requests", x => x.id);
                    table.CheckConstraint("ck_connect_requests_answer", "answer in ('Same', 'NotSame', 'CannotSay')");
                    table.CheckConstraint("ck_connect_requests_answered", "num_nonnulls(answer, answered_at, answered_by_id) in (0, 3)");
                    table.CheckConstraint("ck_connect_requests_purpose", "purpose in ('Danger', 'SpareThePerson', 'OneInvestigation')");
                    table.CheckConstraint("ck_connect_requests_told_age", "told_age in ('Unknown', 'Under12', 'From12To17', 'From18To24', 'From25To34', 'From35To59', 'From60')");
                    table.CheckConstraint("ck_connect_requests_told_sex", "told_sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.ForeignKey(
                        name: "fk_connect_requests_from_unit_id",
                        column: x => x.from_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_to_unit_id",
                        column: x => x.to_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_told_district_code",
                        column: x => x.told_district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                    table.CheckConstraint("ck_drafts_emptied_when_ended", "(ended_at is not null) = (octet_length(sealed_content) = 0)");
                    table.CheckConstraint("ck_drafts_kept_28_days", "expires_at = saved_at + interval '672 hours'");
                    table.CheckConstraint("ck_drafts_size", "octet_length(sealed_content) <= 65536 + 1024");
                    table.ForeignKey(
                        name: "fk_drafts_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_choices",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_choices", x => x.id);
                    table.CheckConstraint("ck_duplicate_choices_answer", "answer in ('Same', 'Different', 'NotSure')");
                    table.CheckConstraint("ck_duplicate_choices_whole_person", "num_nonnulls(case_id, victim_id) in (0, 2)");
                    table.ForeignKey(
                        name: "fk_duplicate_choices_known_victim_id_known_case_id",
                        columns: x => new { x.known_victim_id, x.known_case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duplicate_choices_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "first_information_reports",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offence_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    sealed_details = table.Column<byte[]>(type: "bytea", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_first_information_reports", x => x.id);
                    table.CheckConstraint("ck_first_information_reports_occurred_before", "occurred_at <= recorded_at");
                    table.CheckConstraint("ck_first_information_reports_serial", "serial between 1 and 999999");
                    table.CheckConstraint("ck_first_information_reports_year", "year = extract(year from recorded_at at time zone 'Asia/Karachi')");
                    table.ForeignKey(
                        name: "fk_first_information_reports_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_first_information_reports_station_unit_id",
                        column: x => x.station_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
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
                name: "lead_transfers",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    case_kind = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    children = table.Column<int>(type: "integer", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    keeps_reading = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_name = table.Column<string>(type: "text", nullable: true),
                    sealed_answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_transfers", x => x.id);
                    table.CheckConstraint("ck_lead_transfers_answered", "(answered_at is null) = (status in ('Proposed', 'Approved'))");
                    table.CheckConstraint("ck_lead_transfers_case_kind", "case_kind in ('Trafficking', 'Smuggling')");
                    table.CheckConstraint("ck_lead_transfers_refused_with_reason", "(sealed_answer is not null) = (status = 'Refused')");
                    table.CheckConstraint("ck_lead_transfers_status", "status in ('Proposed', 'Approved', 'Accepted', 'Refused', 'TakenBack')");
                    table.CheckConstraint("ck_lead_transfers_to_another_agency", "from_agency_id <> to_agency_id");
                    table.ForeignKey(
                        name: "fk_lead_transfers_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_from_unit_id_from_agency_id",
                        columns: x => new { x.from_unit_id, x.from_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_to_unit_id_to_agency_id",
                        columns: x => new { x.to_unit_id, x.to_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_clocks",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    starts_with = table.Column<string>(type: "text", nullable: false),
                    met_by = table.Column<string[]>(type: "text[]", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: true),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    remind_before = table.Column<int>(type: "integer", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false),
                    text_ur = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_clocks", x => x.code);
                    table.CheckConstraint("legal_clocks_count_days_or_hours", "num_nonnulls(days, hours) = 1");
                    table.CheckConstraint("legal_clocks_remind_in_time", "remind_before between 0 and coalesce(days, hours)");
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
                name: "person_links",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    other_case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_links", x => x.id);
                    table.CheckConstraint("ck_person_links_because", "because in ('SameDocument', 'PersonSaysSo', 'FamilySaysSo', 'KnownToOfficer', 'UnitSaysSo')");
                    table.CheckConstraint("ck_person_links_two_people", "victim_id < other_victim_id and case_id <> other_case_id");
                    table.CheckConstraint("ck_person_links_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
                    table.CheckConstraint("ck_person_links_undone_because", "undone_because in ('TwoPeople', 'ByMistake')");
                    table.ForeignKey(
                        name: "fk_person_links_other_victim_id_other_case_id",
                        columns: x => new { x.other_victim_id, x.other_case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_links_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    into_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.CheckConstraint("ck_person_merges_because", "because in ('SameDocument', 'PersonSaysSo', 'FamilySaysSo', 'KnownToOfficer', 'UnitSaysSo')");
                    table.CheckConstraint("ck_person_merges_two_people", "victim_id <> into_victim_id");
                    table.CheckConstraint("ck_person_merges_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
                    table.CheckConstraint("ck_person_merges_undone_because", "undone_because in ('TwoPeople', 'ByMistake')");
                    table.ForeignKey(
                        name: "fk_person_merges_into_victim_id_case_id",
                        columns: x => new { x.into_victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
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
                name: "prints",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    with_names = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prints", x => x.id);
                    table.CheckConstraint("ck_prints_kind", "kind in ('FirAnnex', 'VictimSummary')");
                    table.CheckConstraint("ck_prints_of_one_person", "(kind = 'VictimSummary') = (victim_id is not null)");
                    table.ForeignKey(
                        name: "fk_prints_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_prints_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
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
                name: "searches",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    query_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    finds = table.Column<int>(type: "integer", nullable: false),
                    beyond = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_searches", x => x.id);
                    table.CheckConstraint("ck_searches_kind", "kind in ('CaseNumber', 'ReferralNumber', 'StationReference', 'IdentityNumber', 'Phone', 'Name', 'Duplicates')");
                });

            migrationBuilder.CreateTable(
                name: "settings",
                schema: "reference",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.key);
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

            migrationBuilder.CreateTable(
                name: "case_document_contents",
                schema: "casework",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_document_contents", x => x.document_id);
                    table.ForeignKey(
                        name: "fk_case_document_contents_document_id_case_id",
                        columns: x => new { x.document_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "case_documents",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_openings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_openings_document_id_case_id",
                        columns: x => new { x.document_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "case_documents",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connect_targets",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_targets", x => x.id);
                    table.ForeignKey(
                        name: "fk_connect_targets_request_id",
                        column: x => x.request_id,
                        principalSchema: "casework",
                        principalTable: "connect_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_targets_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charges",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    suspect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_offence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    charged_on = table.Column<DateOnly>(type: "date", nullable: false),
                    court_code = table.Column<string>(type: "text", nullable: true),
                    plea = table.Column<string>(type: "text", nullable: false),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sentence_years = table.Column<int>(type: "integer", nullable: true),
                    sentence_months = table.Column<int>(type: "integer", nullable: true),
                    is_for_life = table.Column<bool>(type: "boolean", nullable: false),
                    fine_rupees = table.Column<long>(type: "bigint", nullable: true),
                    appeal = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charges", x => x.id);
                    table.CheckConstraint("ck_charges_appeal", "appeal in ('None', 'Pending', 'Upheld', 'Changed')");
                    table.CheckConstraint("ck_charges_appealed_after_verdict", "appeal = 'None' or verdict <> 'Pending'");
                    table.CheckConstraint("ck_charges_decided_whole", "(verdict = 'Pending') = (decided_on is null) and decided_on >= charged_on");
                    table.CheckConstraint("ck_charges_plea", "plea in ('NotRecorded', 'Guilty', 'NotGuilty')");
                    table.CheckConstraint("ck_charges_sentence_is_sensible", "sentence_years between 0 and 99 and sentence_months between 0 and 11 and fine_rupees >= 0");
                    table.CheckConstraint("ck_charges_sentence_with_conviction", "verdict = 'Convicted' or (num_nonnulls(sentence_years, sentence_months, fine_rupees) = 0 and not is_for_life)");
                    table.CheckConstraint("ck_charges_verdict", "verdict in ('Pending', 'Convicted', 'Acquitted', 'Discharged', 'Withdrawn')");
                    table.ForeignKey(
                        name: "fk_charges_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_charges_case_offence_id_case_id",
                        columns: x => new { x.case_offence_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "case_offences",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_charges_suspect_id_case_id",
                        columns: x => new { x.suspect_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "suspects",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_steps",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    court_code = table.Column<string>(type: "text", nullable: true),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    suspect_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_in_reflection = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_steps", x => x.id);
                    table.UniqueConstraint("ak_legal_steps_id_case_id", x => new { x.id, x.case_id });
                    table.CheckConstraint("ck_legal_steps_stage", "stage ~ '^[A-Z0-9_]{2,12}$'");
                    table.ForeignKey(
                        name: "fk_legal_steps_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_steps_suspect_id_case_id",
                        columns: x => new { x.suspect_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "suspects",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_steps_victim_id_case_id",
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

            migrationBuilder.CreateTable(
                name: "legal_deadlines",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clock_code = table.Column<string>(type: "text", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    suspect_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    met_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    met_by_step_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_late_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_deadlines", x => x.id);
                    table.CheckConstraint("ck_legal_deadlines_met_by_a_step", "(met_at is null) = (met_by_step_id is null)");
                    table.ForeignKey(
                        name: "fk_legal_deadlines_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_deadlines_clock_code",
                        column: x => x.clock_code,
                        principalSchema: "reference",
                        principalTable: "legal_clocks",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_deadlines_met_by_step_id_case_id",
                        columns: x => new { x.met_by_step_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "legal_steps",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_deadlines_step_id_case_id",
                        columns: x => new { x.step_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "legal_steps",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_deadlines_suspect_id_case_id",
                        columns: x => new { x.suspect_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "suspects",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_victims_risk_review_on",
                schema: "casework",
                table: "victims",
                column: "risk_review_on",
                filter: "risk_review_on is not null");

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

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_case_id",
                schema: "telling",
                table: "notifications",
                column: "case_id",
                filter: "case_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered')");

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
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_consents_childs_view",
                schema: "casework",
                table: "consents",
                sql: "childs_view in ('Agrees', 'Disagrees', 'CannotSay')");

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

            migrationBuilder.CreateIndex(
                name: "ix_cases_station_reference",
                schema: "casework",
                table: "cases",
                column: "station_reference",
                filter: "station_reference is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cases_closed_for",
                schema: "casework",
                table: "cases",
                sql: "closed_for in ('FollowedUpAndDone', 'HandedToCourt', 'NotTrafficking', 'LostContact', 'Duplicate', 'EnteredInError', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cases_closed_with_a_reason",
                schema: "casework",
                table: "cases",
                sql: "(status = 'Closed') = (closed_for is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_case_events_to_unit_id",
                schema: "casework",
                table: "case_events",
                column: "to_unit_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'FactsCorrected', 'Closed', 'Reopened', 'Reclassified', 'BorderChanged', 'LeadDecided', 'ShareAsked', 'Shared', 'ShareRefused', 'ShareEnded', 'TransferProposed', 'TransferApproved', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'RolesChanged', 'FamilyChanged', 'PersonDescribed', 'ContactChanged', 'DocumentAdded', 'DocumentTakenOut', 'PersonLinked', 'LinkUndone', 'PersonMerged', 'MergeUndone', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.CreateIndex(
                name: "ix_case_access_until",
                schema: "casework",
                table: "case_access",
                column: "until",
                filter: "until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_changes_case_id_at",
                schema: "casework",
                table: "case_changes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_changes_victim_id_case_id",
                schema: "casework",
                table: "case_changes",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_document_contents_case_id",
                schema: "casework",
                table: "case_document_contents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_document_contents_document_id_case_id",
                schema: "casework",
                table: "case_document_contents",
                columns: new[] { "document_id", "case_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_added_by_id_added_at",
                schema: "casework",
                table: "case_documents",
                columns: new[] { "added_by_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_case_id_added_at",
                schema: "casework",
                table: "case_documents",
                columns: new[] { "case_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_waiting",
                schema: "casework",
                table: "case_documents",
                column: "added_at",
                filter: "scan = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_case_id_at",
                schema: "casework",
                table: "case_notes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_offences_case_id_at",
                schema: "casework",
                table: "case_offences",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_offences_offence_code",
                schema: "casework",
                table: "case_offences",
                column: "offence_code");

            migrationBuilder.CreateIndex(
                name: "ux_case_offences_chosen_once",
                schema: "casework",
                table: "case_offences",
                columns: new[] { "case_id", "offence_code" },
                unique: true,
                filter: "dropped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_reclassifications_case_id_at",
                schema: "casework",
                table: "case_reclassifications",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_asked_by_id",
                schema: "casework",
                table: "case_shares",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_case_id",
                schema: "casework",
                table: "case_shares",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_to_decide",
                schema: "casework",
                table: "case_shares",
                column: "asked_at",
                filter: "status = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_unit_id_agency_id",
                schema: "casework",
                table: "case_shares",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_status_changes_case_id_at",
                schema: "casework",
                table: "case_status_changes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_charges_case_offence_id_case_id",
                schema: "casework",
                table: "charges",
                columns: new[] { "case_offence_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_charges_suspect_id_case_id",
                schema: "casework",
                table: "charges",
                columns: new[] { "suspect_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_charges_charged_once",
                schema: "casework",
                table: "charges",
                columns: new[] { "case_id", "suspect_id", "case_offence_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_compensations_victim_id_case_id",
                schema: "casework",
                table: "compensations",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_compensations_case_id_victim_id",
                schema: "casework",
                table: "compensations",
                columns: new[] { "case_id", "victim_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_case_id",
                schema: "casework",
                table: "connect_requests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_from_unit_id",
                schema: "casework",
                table: "connect_requests",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_open",
                schema: "casework",
                table: "connect_requests",
                column: "at",
                filter: "answer is null");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_to_unit_id",
                schema: "casework",
                table: "connect_requests",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_told_district_code",
                schema: "casework",
                table: "connect_requests",
                column: "told_district_code");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_victim_id_case_id",
                schema: "casework",
                table: "connect_requests",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_connect_requests_number",
                schema: "casework",
                table: "connect_requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_connect_targets_case_id",
                schema: "casework",
                table: "connect_targets",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_targets_victim_id_case_id",
                schema: "casework",
                table: "connect_targets",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_connect_targets_request_id",
                schema: "casework",
                table: "connect_targets",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_openings_case_id_at",
                schema: "casework",
                table: "document_openings",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_document_openings_document_id_case_id",
                schema: "casework",
                table: "document_openings",
                columns: new[] { "document_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_expires_at",
                schema: "casework",
                table: "drafts",
                column: "expires_at",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_drafts_user_id_page",
                schema: "casework",
                table: "drafts",
                columns: new[] { "user_id", "page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_case_id",
                schema: "casework",
                table: "duplicate_choices",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_known_case_id",
                schema: "casework",
                table: "duplicate_choices",
                column: "known_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_known_victim_id_known_case_id",
                schema: "casework",
                table: "duplicate_choices",
                columns: new[] { "known_victim_id", "known_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_open",
                schema: "casework",
                table: "duplicate_choices",
                column: "at",
                filter: "answer = 'NotSure' and settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_victim_id_case_id",
                schema: "casework",
                table: "duplicate_choices",
                columns: new[] { "victim_id", "case_id" });

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
                name: "ix_first_information_reports_case_id_recorded_at",
                schema: "casework",
                table: "first_information_reports",
                columns: new[] { "case_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_first_information_reports_serial_year",
                schema: "casework",
                table: "first_information_reports",
                columns: new[] { "serial", "year" });

            migrationBuilder.CreateIndex(
                name: "ux_first_information_reports_station_unit_id_year_serial",
                schema: "casework",
                table: "first_information_reports",
                columns: new[] { "station_unit_id", "year", "serial" },
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
                name: "ix_lead_transfers_case_id_proposed_at",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "case_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_case_number",
                schema: "casework",
                table: "lead_transfers",
                column: "case_number");

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_from_unit_id_from_agency_id",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "from_unit_id", "from_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_proposed_by_id",
                schema: "casework",
                table: "lead_transfers",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_to_unit_id_to_agency_id",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "to_unit_id", "to_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_lead_transfers_one_under_way",
                schema: "casework",
                table: "lead_transfers",
                column: "case_id",
                unique: true,
                filter: "status in ('Proposed', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_case_id_due_at",
                schema: "casework",
                table: "legal_deadlines",
                columns: new[] { "case_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_clock_code",
                schema: "casework",
                table: "legal_deadlines",
                column: "clock_code");

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_met_by_step_id_case_id",
                schema: "casework",
                table: "legal_deadlines",
                columns: new[] { "met_by_step_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_open",
                schema: "casework",
                table: "legal_deadlines",
                column: "remind_at",
                filter: "met_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_step_id_case_id",
                schema: "casework",
                table: "legal_deadlines",
                columns: new[] { "step_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_deadlines_suspect_id_case_id",
                schema: "casework",
                table: "legal_deadlines",
                columns: new[] { "suspect_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_steps_case_id_taken_at",
                schema: "casework",
                table: "legal_steps",
                columns: new[] { "case_id", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_steps_suspect_id_case_id",
                schema: "casework",
                table: "legal_steps",
                columns: new[] { "suspect_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_steps_victim_id_case_id",
                schema: "casework",
                table: "legal_steps",
                columns: new[] { "victim_id", "case_id" });

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
                name: "ix_person_links_case_id",
                schema: "casework",
                table: "person_links",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_case_id",
                schema: "casework",
                table: "person_links",
                column: "other_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_victim_id",
                schema: "casework",
                table: "person_links",
                column: "other_victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_victim_id_other_case_id",
                schema: "casework",
                table: "person_links",
                columns: new[] { "other_victim_id", "other_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_links_victim_id",
                schema: "casework",
                table: "person_links",
                column: "victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_victim_id_case_id",
                schema: "casework",
                table: "person_links",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_person_links_one_per_pair",
                schema: "casework",
                table: "person_links",
                columns: new[] { "victim_id", "other_victim_id" },
                unique: true,
                filter: "undone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_case_id",
                schema: "casework",
                table: "person_merges",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into_victim_id",
                schema: "casework",
                table: "person_merges",
                column: "into_victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into_victim_id_case_id",
                schema: "casework",
                table: "person_merges",
                columns: new[] { "into_victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_victim_id_case_id",
                schema: "casework",
                table: "person_merges",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_person_merges_one_per_person",
                schema: "casework",
                table: "person_merges",
                column: "victim_id",
                unique: true,
                filter: "undone_at is null");

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
                name: "ix_prints_case_id_at",
                schema: "casework",
                table: "prints",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_prints_victim_id_case_id",
                schema: "casework",
                table: "prints",
                columns: new[] { "victim_id", "case_id" });

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
                name: "ix_searches_actor_id",
                schema: "casework",
                table: "searches",
                columns: new[] { "actor_id", "at" });

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
                name: "ix_suspects_to_look_at",
                schema: "casework",
                table: "suspects",
                column: "at",
                filter: "sealed_why_accused is not null and looked_at is null");

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
                name: "fk_case_events_to_unit_id",
                schema: "casework",
                table: "case_events",
                column: "to_unit_id",
                principalSchema: "identity",
                principalTable: "units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                principalSchema: "casework",
                principalTable: "register_imports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_case_id",
                schema: "telling",
                table: "notifications",
                column: "case_id",
                principalSchema: "casework",
                principalTable: "cases",
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
